package io.callbox.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of an application's gateway. Immutable.
 *
 * @param path The path in this web application for JSON-RPC, language models and the console, for
 *     example "/callbox". There is no gateway by default.
 * @param tokens File of the callers with access: a name and a token of 16 or more characters on
 *     each line. Without it, an Authenticator bean or Spring Security decides.
 * @param local Whether every program on this machine has access, without a name, if server.address
 *     is a loopback address and nothing else decides. Not for an application behind a proxy, whose
 *     requests come from this machine, too.
 * @param expose Methods to expose, "Service.method" or "Service.*". All served methods by default.
 * @param origins Origins of other sites whose pages have access, for example
 *     "https://shop.example".
 * @param allowActions Whether the console may call, replay, drop, pause and cancel.
 * @param maskPayloads Whether the console hides arguments and results.
 * @param timeout The maximum timeout of a call through the gateway.
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
