package io.callbox.spring;

import static io.callbox.spring.GatewayRequests.authorized;
import static io.callbox.spring.GatewayRequests.call;
import static io.callbox.spring.GatewayRequests.openPage;
import static io.callbox.spring.GatewayRequests.posting;
import static io.callbox.spring.GatewayRequests.reader;
import static io.callbox.spring.GatewayRequests.send;
import static io.callbox.spring.GatewayRequests.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The gateway in the web server of an application. */
@Timeout(180)
@Tag("drill")
final class MountedGatewayTest {

  private static final String WHO = call("whoAsks", "{}");

  @RegisterExtension
  static final GatewayApplications APPLICATIONS =
      new GatewayApplications("/callbox/", "--spring.main.web-application-type=servlet");

  private static ConfigurableApplicationContext run(Class<?> source, String... properties) {
    return APPLICATIONS.run(new SpringApplication(source), properties);
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
      return new Clerk();
    }
  }

  @Test
  void everyDoorIsOpenToWhoHasAToken(@TempDir Path folder) throws Exception {
    InputStream page;
    try (ConfigurableApplicationContext application = run(Bare.class, tokens(folder))) {
      URI base = APPLICATIONS.base(application);
      assertThat(send(posting(base, "rpc", WHO)).statusCode()).isEqualTo(401);
      String answer = send(authorized(posting(base, "rpc", WHO))).body();
      assertThat(answer).matches("\\{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\".*\\.shop\"}");
      assertThat(send(authorized(posting(base, "rpc", call("count", "[3]")))).body())
          .contains("event: item\ndata: 3\n\n", "event: end");
      String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
      assertThat(send(authorized(posting(base, "mcp", list))).body()).contains("Desk_whoAsks");
      assertThat(send(HttpRequest.newBuilder(base)).body()).contains("console/app.js");
      assertThat(send(HttpRequest.newBuilder(base.resolve("console/app.js"))).statusCode())
          .isEqualTo(200);
      page = openPage(base);
    } // closes although a page is open: a graceful end does not wait for it
    page.close();
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
      URI base = APPLICATIONS.base(application);
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
  @Import({Served.class, GatewayUsers.class})
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
      return new InMemoryUserDetailsManager(GatewayUsers.all());
    }
  }

  @Test
  void callersAreWhomSpringSecurityKnows() throws Exception {
    try (ConfigurableApplicationContext application = run(Secured.class)) {
      GatewayUsers.areItsCallers(APPLICATIONS.base(application));
    }
  }
}
