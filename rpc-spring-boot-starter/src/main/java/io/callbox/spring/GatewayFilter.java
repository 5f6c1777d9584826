package io.callbox.spring;

import io.callbox.gateway.GatewayHandler;
import io.callbox.gateway.access.RequestHead;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets the current gateway answer requests below its path, after all other filters, such as those
 * of Spring Security. If the client leaves, the server cancels the returned result, which cancels
 * the call.
 */
final class GatewayFilter implements WebFilter, Ordered {

  private final GatewayLifecycle<GatewayHandler> gateway;
  private final String path;

  GatewayFilter(GatewayLifecycle<GatewayHandler> gateway, String path) {
    this.gateway = gateway;
    this.path = path;
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String place = exchange.getRequest().getPath().pathWithinApplication().value();
    if (place.equals(path)) {
      return written(exchange, () -> redirect(exchange)); // pages contain relative links
    }
    return place.startsWith(path + '/')
        ? answer(exchange, place.substring(path.length()))
        : chain.filter(exchange);
  }

  private static Mono<Void> written(ServerWebExchange exchange, Supplier<Mono<Void>> response) {
    return ServerThread.writes(exchange.getRequest(), Mono.defer(response));
  }

  private static Mono<Void> redirect(ServerWebExchange exchange) {
    exchange.getResponse().setStatusCode(HttpStatus.PERMANENT_REDIRECT);
    String from = exchange.getRequest().getURI().getRawPath();
    exchange.getResponse().getHeaders().setLocation(URI.create(from + '/'));
    return exchange.getResponse().setComplete();
  }

  private Mono<Void> answer(ServerWebExchange exchange, String below) {
    GatewayHandler current = gateway.door();
    if (current == null) {
      return written(exchange, () -> unavailable(exchange.getResponse()));
    }
    ServerHttpRequest request = exchange.getRequest();
    return exchange
        .getPrincipal()
        .filter(GatewayFilter::isKnown)
        .map(Principal::getName)
        .map(name -> head(request, below, name))
        .switchIfEmpty(Mono.fromSupplier(() -> head(request, below, null)))
        .flatMap(
            head ->
                Mono.fromFuture(
                    () -> current.handle(head, request.getURI().getRawQuery(), body(request))))
        .flatMap(response -> written(exchange, () -> write(response, exchange.getResponse())));
  }

  private static Mono<Void> unavailable(ServerHttpResponse response) {
    response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
    return response.setComplete();
  }

  /**
   * Returns whether a principal is a known user. Spring Security may have one principal for all
   * unknown users.
   */
  private static boolean isKnown(Principal principal) {
    return !principal.getClass().getSimpleName().equals("AnonymousAuthenticationToken");
  }

  private static RequestHead head(
      ServerHttpRequest request, String below, @Nullable String principal) {
    Map<String, String> headers = new HashMap<>();
    request
        .getHeaders()
        .forEach(
            (name, values) -> {
              if (!values.isEmpty()) {
                headers.putIfAbsent(name.toLowerCase(Locale.ROOT), values.get(0));
              }
            });
    return new RequestHead(request.getMethod().name(), decoded(below), headers, principal);
  }

  /**
   * Decodes a path. An encoded slash stays encoded, because filters do not treat it as a slash
   * either.
   */
  private static String decoded(String path) {
    return path.indexOf('%') < 0 || path.toLowerCase(Locale.ROOT).contains("%2f")
        ? path
        : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Flow.Publisher<ByteBuffer> body(ServerHttpRequest request) {
    return JdkFlowAdapter.publisherToFlowPublisher(request.getBody().map(GatewayFilter::copied));
  }

  private static ByteBuffer copied(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return ByteBuffer.wrap(bytes);
  }

  private static Mono<Void> write(GatewayHandler.Response answer, ServerHttpResponse response) {
    response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
    answer.headers().forEach((name, value) -> response.getHeaders().set(name, value));
    Flux<DataBuffer> body =
        JdkFlowAdapter.flowPublisherToFlux(answer.body())
            .map(bytes -> response.bufferFactory().wrap(bytes));
    return answer.events()
        ? response.writeAndFlushWith(body.map(Mono::just))
        : response.writeWith(body);
  }
}
