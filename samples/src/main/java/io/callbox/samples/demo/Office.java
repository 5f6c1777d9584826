package io.callbox.samples.demo;

import io.callbox.interceptor.HeaderPropagation;
import io.callbox.node.RpcNode;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.RpcChannel;
import io.callbox.samples.desk.Desk;
import io.callbox.samples.desk.DeskSkeleton;
import io.callbox.samples.desk.FrontDesk;
import io.callbox.security.MethodRules;
import io.callbox.security.SignatureCheck;
import io.callbox.security.SignedCalls;
import io.callbox.security.UsedNonces;
import io.callbox.validation.Validated;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * A node of the demo's own process that serves a desk, and lets nobody through whom it does not
 * know. Whoever opens it closes it.
 *
 * @param node the node
 * @param constraints checks arguments; ends with the office
 */
record Office(RpcNode node, ValidatorFactory constraints) implements AutoCloseable {

  private static final byte[] SECRET =
      "a secret of 32 bytes for a demo.".getBytes(StandardCharsets.US_ASCII);

  /** Signs calls as the till, which may do all but empty itself. */
  static Interceptor signed() {
    return SignedCalls.with("till", SECRET).forService("Desk");
  }

  static Office open(String redisUri, Figures figures) {
    ValidatorFactory constraints = loadConstraints();
    CompletableFuture<RpcChannel> others = new CompletableFuture<>();
    RpcNode node =
        RpcNode.builder("office")
            .redis(redisUri)
            .intercept(figures.traces())
            .intercept(figures.meters())
            .interceptClient(HeaderPropagation.named("tenant"))
            .interceptClient(signed())
            .interceptServer(
                SignatureCheck.of(
                    Map.of("till", SECRET)::get, UsedNonces.inMemory(), Duration.ofMinutes(1)))
            .interceptServer(
                MethodRules.forCallers(SignatureCheck::callerOf)
                    .allow("till", "Desk.total", "Desk.tenant"))
            .register(
                Validated.by(constraints.getValidator())
                    .service(Desk.class, new FrontDesk(others), DeskSkeleton::new))
            .start();
    others.complete(node.channelToAny());
    return new Office(node, constraints);
  }

  private static ValidatorFactory loadConstraints() {
    System.setProperty("org.jboss.logging.provider", "slf4j"); // where all else is logged
    return Validation.byDefaultProvider()
        .configure()
        .messageInterpolator(new ParameterMessageInterpolator())
        .buildValidatorFactory();
  }

  @Override
  public void close() {
    node.close();
    constraints.close();
  }
}
