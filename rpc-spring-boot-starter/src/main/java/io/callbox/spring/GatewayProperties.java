package io.callbox.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application's properties say of its gateway. Immutable.
 *
 * @param path Where in this web application to answer JSON-RPC, language models and the console:
 *     "/callbox", for example. There is no gateway by default.
 * @param tokens File that says who may come in: a name and a token of 16 characters or more on each
 *     line. Without it, an Authenticator bean or Spring Security says so.
 * @param local Whether every program on this machine may come in, without a name, where
 *     server.address is a loopback address and nothing else says who may. Not for an application
 *     behind a proxy, whose requests come from this machine, too.
 * @param expose Methods to show, "Service.method" or "Service.*". All that is served by default.
 * @param origins Origins of other sites whose pages may come in, "https://shop.example" for
 *     example.
 * @param allowActions Whether the console may call, replay, drop, pause and cancel.
 * @param maskPayloads Whether the console hides arguments and results.
 * @param timeout How long a call through the gateway may take at most.
 */
@ConfigurationProperties("callbox.gateway")
record GatewayProperties(
    @Nullable String path,
    @Nullable Path tokens,
    @DefaultValue("false") boolean local,
    @DefaultValue List<String> expose,
    @DefaultValue List<String> origins,
    @DefaultValue("false") boolean allowActions,
    @DefaultValue("false") boolean maskPayloads,
    @DefaultValue("60s") Duration timeout) {

  GatewayProperties {
    if (path != null && !path.matches("(/[A-Za-z0-9_.~-]+)+")) {
      throw new IllegalArgumentException(
          "callbox.gateway.path begins with a slash and ends without one, as /callbox does, got '"
              + path
              + "'");
    }
  }
}
