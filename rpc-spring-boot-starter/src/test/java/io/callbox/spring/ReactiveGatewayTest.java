package io.callbox.spring;

import static io.callbox.spring.GatewayRequests.TOKEN;
import static io.callbox.spring.GatewayRequests.authorized;
import static io.callbox.spring.GatewayRequests.call;
import static io.callbox.spring.GatewayRequests.open;
import static io.callbox.spring.GatewayRequests.openPage;
import static io.callbox.spring.GatewayRequests.posting;
import static io.callbox.spring.GatewayRequests.reader;
import static io.callbox.spring.GatewayRequests.send;
import static io.callbox.spring.GatewayRequests.tokens;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.testkit.time.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The gateway in the reactive web server (Netty) of an application. */
@Timeout(180)
@Tag("drill")
final class ReactiveGatewayTest {

  /** Where Spring Boot 3.5 has it, and where 4 does. */
  private static final List<String> NETTY =
      List.of(
          "org.springframework.boot.web.embedded.netty.NettyReactiveWebServerFactory",
          "org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory");

  @RegisterExtension
  static final GatewayApplications APPLICATIONS =
      new GatewayApplications(
          "/shop/callbox/",
          "--spring.main.web-application-type=reactive",
          "--spring.webflux.base-path=/shop");

  private static ConfigurableApplicationContext run(Class<?> source, String... properties) {
    SpringApplication program = new SpringApplication(source);
    program.addInitializers(
        context -> ((GenericApplicationContext) context).registerBean(nettyServer()));
    return APPLICATIONS.run(program, properties);
  }

  private static Class<?> nettyServer() {
    for (String each : NETTY) {
      try {
        return Class.forName(each);
      } catch (ClassNotFoundException other) {
        assertThat(NETTY).as("one of these is there").contains(each);
      }
    }
    throw new IllegalStateException("no server of Netty is there");
  }

  /** An application whose Spring Security is left out. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      excludeName = {
        "org.springframework.boot.autoconfigure.security.reactive.ReactiveSecurityAutoConfiguration",
        "org.springframework.boot.autoconfigure.security.reactive.ReactiveUserDetailsServiceAutoConfiguration",
        "org.springframework.boot.actuate.autoconfigure.security.reactive.ReactiveManagementWebSecurityAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration"
      })
  @Import(Served.class)
  static class Bare {}

  @Configuration(proxyBeanMethods = false)
  static class Served {

    @Bean
    Clerk desk() {
      return new Clerk();
    }

    @Bean
    GatewayCustomizer bounds() {
      return gateway -> gateway.maxBodyBytes(100_000).patience(Duration.ofSeconds(3));
    }

    @Bean
    Elsewhere elsewhere() {
      return new Elsewhere();
    }
  }

  /** Has the gateway run on another thread than Netty's, as Spring Security does. */
  private static final class Elsewhere implements WebFilter {

    /** The threads that have begun to write answers other than streams, in order. */
    final Queue<String> writers = new ConcurrentLinkedQueue<>();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
      if (!exchange.getRequest().getPath().value().contains("/callbox")) {
        return chain.filter(exchange);
      }
      ServerHttpResponse response = exchange.getResponse();
      response.beforeCommit(() -> Mono.fromRunnable(() -> written(response.getHeaders())));
      return chain.filter(exchange).subscribeOn(Schedulers.boundedElastic());
    }

    private void written(HttpHeaders headers) {
      if (!MediaType.TEXT_EVENT_STREAM.equals(headers.getContentType())) {
        writers.add(Thread.currentThread().getName());
      }
    }
  }

  @Test
  void everyDoorIsOpenToWhoHasAToken(@TempDir Path folder) throws Exception {
    InputStream page;
    try (ConfigurableApplicationContext application = run(Bare.class, tokens(folder))) {
      URI base = APPLICATIONS.base(application);
      Clerk clerk = application.getBean(Clerk.class);
      calls(base);
      streams(base, clerk);
      console(base);
      bodies(base);
      clientThatGoes(base, clerk);
      readerThatDoesNotRead(base, clerk);
      assertThat(application.getBean(Elsewhere.class).writers)
          .as("a graceful end may wait forever for answers that other threads end")
          .hasSizeGreaterThan(10)
          .allMatch(thread -> thread.startsWith("reactor-http"));
      page = openPage(base);
    } // closes although a page is open: a graceful end does not wait for it
    page.close();
  }

  private static void calls(URI base) throws Exception {
    assertThat(send(posting(base, "rpc", call("whoAsks", "{}"))).statusCode()).isEqualTo(401);
    HttpResponse<String> answer = send(authorized(posting(base, "rpc", call("whoAsks", "{}"))));
    assertThat(answer.body()).matches("\\{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\".*\\.shop\"}");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    assertThat(send(authorized(posting(base, "mcp", list))).body()).contains("Desk_whoAsks");
    String batch = "[" + call("whoAsks", "{}") + ',' + call("whoAsks", "{}") + ']';
    assertThat(send(authorized(posting(base, "rpc", batch))).body().split("result", -1)).hasSize(3);
    String note = "{\"jsonrpc\":\"2.0\",\"method\":\"Desk.whoAsks\"}";
    assertThat(send(authorized(posting(base, "rpc", note))).statusCode()).isEqualTo(204);
  }

  private static void streams(URI base, Clerk clerk) throws Exception {
    String events = send(authorized(posting(base, "rpc", call("count", "[3000]")))).body();
    assertThat(events.split("event: item", -1)).hasSize(3_001);
    assertThat(events).endsWith("\"result\":null}\n\n");
    int before = clerk.left.get();
    HttpResponse<InputStream> endless =
        open(authorized(posting(base, "rpc", call("count", "[2000000000]"))));
    try (BufferedReader lines = reader(endless.body())) {
      assertThat(lines.readLine()).isEqualTo(": open");
    }
    Await.until("the stream is left", () -> clerk.left.get() > before);
  }

  private static void console(URI base) throws Exception {
    HttpResponse<String> bare =
        send(HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/$", ""))));
    assertThat(bare.statusCode()).isEqualTo(308);
    assertThat(bare.headers().firstValue("Location")).hasValue("/shop/callbox/");
    assertThat(send(HttpRequest.newBuilder(base)).body()).contains("src=\"console/app.js\"");
    assertThat(send(HttpRequest.newBuilder(base.resolve("console/app.js"))).statusCode())
        .isEqualTo(200);
    assertThat(get(base, "console/none.js").statusCode()).isEqualTo(404);
    assertThat(get(base, "console/%61pp.js").statusCode()).isEqualTo(200);
    assertThat(get(base, "console%2Fapp.js").statusCode()).isEqualTo(404);
    assertThat(get(base, "console/api/dead?service=%20").statusCode()).isEqualTo(400);
    assertThat(get(base, "console/api/dead?service=Desk&from=0").statusCode()).isEqualTo(200);
    HttpResponse<String> head =
        send(
            HttpRequest.newBuilder(base.resolve("console/app.js"))
                .method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(send(HttpRequest.newBuilder(base.resolve("../elsewhere"))).statusCode())
        .as("other paths are the application's")
        .isEqualTo(404);
  }

  private static HttpResponse<String> get(URI base, String path) throws Exception {
    return send(authorized(HttpRequest.newBuilder(base.resolve(path))));
  }

  private static void bodies(URI base) throws Exception {
    String large = call("whoAsks", "[\"" + "x".repeat(200_000) + "\"]");
    try (Socket socket = connected(base)) {
      write(socket, head(base, "Content-Length: " + large.length()));
      assertThat(reader(socket.getInputStream()).readLine()).startsWith("HTTP/1.1 413");
    }
    try (Socket socket = connected(base)) {
      write(socket, head(base, "Transfer-Encoding: chunked"));
      for (int sent = 0; sent < 11; sent++) {
        write(socket, "2710\r\n" + "x".repeat(10_000) + "\r\n");
      }
      assertThat(reader(socket.getInputStream()).readLine()).startsWith("HTTP/1.1 413");
    }
    try (Socket socket = connected(base)) {
      write(socket, head(base, "Content-Length: 100") + "{");
      assertThat(reader(socket.getInputStream()).readLine()).startsWith("HTTP/1.1 408");
    }
    assertThat(send(authorized(posting(base, "rpc", "no JSON"))).statusCode()).isEqualTo(400);
    assertThat(send(authorized(posting(base, "rpc", call("whoAsks", "{}")))).statusCode())
        .isEqualTo(200);
  }

  /** The call of a client that closes its connection is cancelled, so that its worker stops. */
  private static void clientThatGoes(URI base, Clerk clerk) throws Exception {
    String body = call("whoAsks", "{}");
    try (Socket socket = connected(base)) {
      write(socket, head(base, "tracestate: a=b\r\nContent-Length: " + body.length()) + body);
      Await.until("the call runs", () -> !clerk.waited.isEmpty());
    }
    Await.until("the call is interrupted", () -> clerk.interrupted.get() == 1);
  }

  /** A stream stops while its reader does not read, and holds up nobody. */
  private static void readerThatDoesNotRead(URI base, Clerk clerk) throws Exception {
    String body = call("pages", "[2000000000]");
    int gone = clerk.left.get();
    try (Socket socket = connected(base)) {
      write(
          socket,
          head(base, "Accept: text/event-stream\r\nContent-Length: " + body.length()) + body);
      Await.until("no page is given for half a second", rests(clerk.given));
      assertThat(send(authorized(posting(base, "rpc", call("whoAsks", "{}")))).statusCode())
          .isEqualTo(200);
    }
    Await.until("the stream is left", () -> clerk.left.get() > gone);
  }

  private static BooleanSupplier rests(AtomicInteger number) {
    AtomicInteger last = new AtomicInteger(-1);
    AtomicLong since = new AtomicLong();
    return () -> {
      long now = System.nanoTime();
      if (last.getAndSet(number.get()) != last.get()) {
        since.set(now);
      }
      return now - since.get() > Duration.ofMillis(500).toNanos();
    };
  }

  private static Socket connected(URI base) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096); // so that little is under way to a reader who does not read
    socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), 90_000);
    socket.setSoTimeout(90_000);
    return socket;
  }

  private static String head(URI base, String more) {
    return "POST "
        + base.getPath()
        + "rpc HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + TOKEN
        + "\r\nContent-Type: application/json\r\n"
        + more
        + "\r\n\r\n";
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({Served.class, GatewayUsers.class})
  static class Secured {

    @Bean
    SecurityWebFilterChain chain(ServerHttpSecurity http) {
      return http.authorizeExchange(all -> all.anyExchange().permitAll())
          .httpBasic(Customizer.withDefaults())
          .anonymous(
              Customizer.withDefaults()) // who says nothing is nobody, not a user of this name
          .csrf(
              csrf ->
                  csrf.requireCsrfProtectionMatcher(
                      new NegatedServerWebExchangeMatcher(
                          new PathPatternParserServerWebExchangeMatcher("/callbox/**"))))
          .build();
    }

    @Bean
    MapReactiveUserDetailsService people() {
      return new MapReactiveUserDetailsService(GatewayUsers.all());
    }
  }

  @Test
  void callersAreWhomSpringSecurityKnows() throws Exception {
    try (ConfigurableApplicationContext application = run(Secured.class)) {
      GatewayUsers.areItsCallers(APPLICATIONS.base(application));
    }
  }
}
