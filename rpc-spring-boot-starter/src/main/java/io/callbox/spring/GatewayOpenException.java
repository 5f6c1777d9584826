package io.callbox.spring;

/**
 * Reports that other machines could reach the application's gateway, and that nothing decides who
 * has access.
 */
final class GatewayOpenException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  GatewayOpenException(String path) {
    super("callbox.gateway.path is " + path + ", and nothing says who may come in there");
  }
}
