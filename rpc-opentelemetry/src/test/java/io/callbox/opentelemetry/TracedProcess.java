package io.callbox.opentelemetry;

import io.callbox.interceptor.HeaderPropagation;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallContext;
import io.callbox.testing.Talk;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * A node in a process of its own, which writes its spans into a file. It calls the nodes that it is
 * told of, the first while it waits and the others asynchronously; without any, it says for which
 * tenant it is called.
 */
final class TracedProcess {

  private TracedProcess() {}

  /** Arguments: where Redis is, the node's id, the file, the nodes to call. */
  public static void main(String[] args) throws InterruptedException {
    List<String> others = List.of(args).subList(3, args.length);
    CompletableFuture<RpcNode> self = new CompletableFuture<>();
    Talk talk =
        new Talk() {
          @Override
          public String say(String line) {
            return Objects.requireNonNull(CallContext.current())
                .headers()
                .getOrDefault("tenant", "");
          }

          @Override
          public CompletableFuture<String> sayLater(String line) {
            String first = new Talk.Stub(self.join().channelTo(others.get(0))).say(line);
            return new Talk.Stub(self.join().channelTo(others.get(1)))
                .sayAsync(line)
                .thenApply(second -> first + ' ' + second);
          }
        };
    RpcNode node =
        RpcNode.builder(args[1])
            .redis(args[0])
            .intercept(TracedCalls.with(telemetry(Path.of(args[2]))))
            .interceptClient(HeaderPropagation.named("tenant"))
            .register(new Talk.Skeleton(talk))
            .start();
    self.complete(node);
    System.out.println("ready");
    new CountDownLatch(1).await();
  }

  /** An OpenTelemetry whose spans are in a file as soon as they have ended. */
  static OpenTelemetrySdk telemetry(Path file) {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new SpanFile(file)))
                .build())
        .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
        .build();
  }
}
