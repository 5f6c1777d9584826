package io.callbox.spring;

import io.callbox.gateway.access.Authenticator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;

/**
 * Decides who may use the application's gateway: the callers of a bean, else of a file of tokens,
 * else of Spring Security; else every program on this machine, if the application allows it and
 * only this machine can reach the gateway.
 */
final class GatewayAccess {

  /** The names of Spring Security's filters, for servlets and for WebFlux, in all versions. */
  private static final List<String> SECURITY =
      List.of(
          "springSecurityFilterChain",
          "org.springframework.security.config.annotation.web.reactive.WebFluxSecurityConfiguration"
              + ".WebFilterChainFilter");

  private final ApplicationContext context;
  private final ObjectProvider<Authenticator> authenticators;

  GatewayAccess(ApplicationContext context, ObjectProvider<Authenticator> authenticators) {
    this.context = context;
    this.authenticators = authenticators;
  }

  /**
   * Returns the authenticator.
   *
   * @param local whether every program on this machine has access
   * @throws GatewayOpenException if nothing decides who has access
   */
  Authenticator authenticator(String path, @Nullable Path tokens, boolean local) {
    Authenticator given = authenticators.getIfAvailable();
    if (given != null) {
      return given;
    } else if (tokens != null) {
      return read(tokens);
    } else if (SECURITY.stream().anyMatch(context::containsBean)) {
      return Authenticator.principal();
    } else if (local && isLoopback(context.getEnvironment().getProperty("server.address"))) {
      return Authenticator.loopback();
    }
    throw new GatewayOpenException(path);
  }

  private static Authenticator read(Path tokens) {
    try {
      return Authenticator.tokens(tokens);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "callbox.gateway.tokens: " + tokens + " cannot be read", unreadable);
    }
  }

  private static boolean isLoopback(@Nullable String address) {
    try {
      return address != null
          && !address.isBlank()
          && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false; // the server itself reports the wrong address
    }
  }
}
