package io.callbox.spring;

/** Others could reach the application's gateway, and nothing says who of them may come in. */
final class GatewayOpenException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  GatewayOpenException(String path) {
    super("callbox.gateway.path is " + path + ", and nothing says who may come in there");
  }
}
