package io.callbox.spring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callbox.gateway.access.Action;
import io.callbox.gateway.access.Authorizer;
import io.callbox.rpc.CallContext;
import io.callbox.testkit.redis.RedisServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The gateway in the web server of an application. */
@Timeout(60)
final class MountedGatewayTest {

  private static final String TOKEN = "a-token-of-some-length";
  private static final String WHO =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Desk.whoAsks\",\"params\":{}}";
  private static final String COUNT =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Desk.count\",\"params\":[3]}";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir private static Path folder;
  private static RedisServer redis;
  private static Path tokens;

  @BeforeAll
  static void start() throws IOException {
    redis = RedisServer.start();
    tokens = Files.writeString(folder.resolve("tokens"), "shop " + TOKEN + "\n");
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  private static ConfigurableApplicationContext run(Class<?> source, String... properties) {
    SpringApplication program = new SpringApplication(source);
    program.setRegisterShutdownHook(false);
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "--spring.main.web-application-type=servlet",
                    "--server.port=0",
                    "--callbox.redis.uri=" + redis.directUri(),
                    "--callbox.gateway.path=/callbox"),
                Stream.of(properties))
            .toList();
    return program.run(arguments.toArray(String[]::new));
  }

  private static URI base(ConfigurableApplicationContext application) {
    String port = application.getEnvironment().getProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + "/callbox/");
  }

  private static HttpRequest.Builder posting(URI base, String path, String body) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  /** An application whose Spring Security is left out: nothing of its own says who may come in. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      excludeName = {
        "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
        "org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration",
        "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration",
        "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
      })
  @Import(Served.class)
  static class Bare {}

  @Configuration(proxyBeanMethods = false)
  static class Served {

    @Bean
    Desk desk() {
      return new Desk() {
        @Override
        public String whoAsks() {
          return String.valueOf(requireNonNull(CallContext.current()).from());
        }

        @Override
        public Stream<Integer> count(int to) {
          return IntStream.rangeClosed(1, to).boxed();
        }
      };
    }
  }

  @Test
  void everyDoorIsOpenToWhoHasAToken() throws Exception {
    HttpResponse<InputStream> page;
    long closing;
    try (ConfigurableApplicationContext application =
        run(Bare.class, "--callbox.gateway.tokens=" + tokens)) {
      URI base = base(application);
      assertThat(send(posting(base, "rpc", WHO)).statusCode()).isEqualTo(401);
      String answer = send(authorized(posting(base, "rpc", WHO))).body();
      assertThat(answer).matches("\\{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\".*\\.shop\"}");
      assertThat(send(authorized(posting(base, "rpc", COUNT))).body())
          .contains("event: item\ndata: 3\n\n", "event: end");
      String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
      assertThat(send(authorized(posting(base, "mcp", list))).body()).contains("Desk_whoAsks");
      assertThat(send(HttpRequest.newBuilder(base)).body()).contains("console/app.js");
      assertThat(send(HttpRequest.newBuilder(base.resolve("console/app.js"))).statusCode())
          .isEqualTo(200);
      page =
          CLIENT.send(
              authorized(HttpRequest.newBuilder(base.resolve("console/api/events"))).build(),
              BodyHandlers.ofInputStream());
      assertThat(reader(page.body()).lines().filter(each -> each.startsWith("data: ")).findFirst())
          .hasValueSatisfying(each -> assertThat(each).contains("\"Desk\""));
      closing = System.nanoTime();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - closing))
        .as("a page that is open holds up no web server that ends gracefully")
        .isLessThan(Duration.ofSeconds(15));
    page.body().close();
  }

  private static HttpRequest.Builder authorized(HttpRequest.Builder request) {
    return request.header("Authorization", "Bearer " + TOKEN);
  }

  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  @Test
  void applicationThatOthersReachDoesNotStartUntilItIsSaidWhoMayComeIn() {
    assertThatThrownBy(() -> run(Bare.class).close())
        .hasRootCauseInstanceOf(GatewayOpenException.class);
    assertThatThrownBy(() -> run(Bare.class, "--server.address=127.0.0.1").close())
        .hasRootCauseInstanceOf(GatewayOpenException.class); // a proxy may be before it
    assertThatThrownBy(() -> run(Bare.class, "--callbox.gateway.local=true").close())
        .hasRootCauseInstanceOf(GatewayOpenException.class);
    GatewayOpenException refused = new GatewayOpenException("/callbox");
    assertThat(new GatewayOpenAnalyzer().analyze(refused, refused).getAction())
        .contains("callbox.gateway.tokens", "Spring Security");
  }

  @Test
  void overLoopbackThisMachineIsLetInUnderItsOwnNamesOnly() throws Exception {
    try (ConfigurableApplicationContext application =
        run(Bare.class, "--server.address=127.0.0.1", "--callbox.gateway.local=true")) {
      URI base = base(application);
      assertThat(send(posting(base, "rpc", WHO)).body()).contains(".local\"");
      assertThat(send(posting(base, "rpc", WHO).header("X-Forwarded-For", "1.2.3.4")).statusCode())
          .isEqualTo(401);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
        String head = "GET /callbox/openrpc.json HTTP/1.1\r\nHost: evil.example\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        assertThat(reader(socket.getInputStream()).readLine()).startsWith("HTTP/1.1 401");
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Served.class)
  static class Secured {

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
          .httpBasic(Customizer.withDefaults())
          .csrf(csrf -> csrf.ignoringRequestMatchers("/callbox/**"))
          .build();
    }

    @Bean
    InMemoryUserDetailsManager people() {
      return new InMemoryUserDetailsManager(
          User.withUsername("ada@example.com").password("{noop}secret").roles("USER").build(),
          User.withUsername("bob").password("{noop}secret").roles("USER").build());
    }

    @Bean
    Authorizer adaOnly() {
      return (caller, action, target) ->
          action != Action.CALL || caller.name().equals("-ada_40example_2Ecom");
    }
  }

  @Test
  void callersAreWhomSpringSecurityKnows() throws Exception {
    try (ConfigurableApplicationContext application = run(Secured.class)) {
      URI base = base(application);
      assertThat(send(posting(base, "rpc", WHO)).statusCode()).isEqualTo(401);
      HttpResponse<String> wrong = send(as("ada@example.com", "no", posting(base, "rpc", WHO)));
      assertThat(wrong.statusCode()).isEqualTo(401);
      String ada = send(as("ada@example.com", "secret", posting(base, "rpc", WHO))).body();
      assertThat(ada).contains(".-ada_40example_2Ecom\"");
      String bob = send(as("bob", "secret", posting(base, "rpc", WHO))).body();
      assertThat(bob).contains("PERMISSION_DENIED");
      String events = send(as("ada@example.com", "secret", posting(base, "rpc", COUNT))).body();
      assertThat(events).contains("event: end");
    }
  }

  private static HttpRequest.Builder as(String user, String password, HttpRequest.Builder request) {
    String pair = user + ':' + password;
    return request.header(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }
}
