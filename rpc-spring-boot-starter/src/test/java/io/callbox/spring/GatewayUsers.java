package io.callbox.spring;

import static io.callbox.spring.GatewayRequests.as;
import static io.callbox.spring.GatewayRequests.call;
import static io.callbox.spring.GatewayRequests.posting;
import static io.callbox.spring.GatewayRequests.send;
import static io.callbox.spring.GatewayRequests.sendAlone;
import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.gateway.access.Action;
import io.callbox.gateway.access.Authorizer;
import java.net.URI;
import java.net.http.HttpResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;

/** Ada and Bob, whom Spring Security knows; only Ada may call. */
@Configuration(proxyBeanMethods = false)
class GatewayUsers {

  static UserDetails[] all() {
    return new UserDetails[] {
      User.withUsername("ada@example.com").password("{noop}secret").roles("USER").build(),
      User.withUsername("bob").password("{noop}secret").roles("USER").build()
    };
  }

  @Bean
  Authorizer adaOnly() {
    return (caller, action, target) ->
        action != Action.CALL || caller.name().equals("-ada_40example_2Ecom");
  }

  /** Expects a gateway to let in these, each under its own name, and nobody else. */
  static void areItsCallers(URI base) throws Exception {
    String who = call("whoAsks", "{}");
    assertThat(send(posting(base, "rpc", who)).statusCode()).isEqualTo(401);
    // Spring Security ends this one, on a thread of its own. A Reactor Netty before 1.2.18 may then
    // take the connection for busy as soon as it is used again, and never shut down.
    HttpResponse<String> wrong = sendAlone(as("ada@example.com", "no", posting(base, "rpc", who)));
    assertThat(wrong.statusCode()).isEqualTo(401);
    String ada = send(as("ada@example.com", "secret", posting(base, "rpc", who))).body();
    assertThat(ada).contains(".-ada_40example_2Ecom\"");
    String bob = send(as("bob", "secret", posting(base, "rpc", who))).body();
    assertThat(bob).contains("PERMISSION_DENIED");
    String count = call("count", "[3]");
    String events = send(as("ada@example.com", "secret", posting(base, "rpc", count))).body();
    assertThat(events).contains("event: end");
  }
}
