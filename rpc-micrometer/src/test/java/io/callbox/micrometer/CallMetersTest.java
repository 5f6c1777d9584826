package io.callbox.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.testing.Talk;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.memory.InMemoryTransport;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Figures of calls over a real Redis. */
@CallboxTest
final class CallMetersTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @Test
  void callsAreCountedByStatusAndTimedOnBothSides(RedisServer redis) throws Exception {
    try (RpcNode server =
            RpcNode.builder("server")
                .redis(redis.uri())
                .intercept(CallMeters.in(registry))
                .register(new Talk.Skeleton(this::say))
                .start();
        RpcNode client =
            RpcNode.builder("client")
                .redis(redis.uri())
                .intercept(CallMeters.in(registry))
                .start()) {
      Talk.Stub talk = new Talk.Stub(client.channelTo(server.id()));
      talk.say("one");
      assertEquals("two", talk.sayAsync("two").join());
      assertThrows(RpcException.class, () -> talk.say("fail"));
      CompletableFuture<String> open = talk.sayAsync("wait");
      assertTrue(running.await(10, TimeUnit.SECONDS));
      new NodeMeters(client).bindTo(registry);
      new NodeMeters(server).bindTo(registry);
      assertEquals(1, registry.get("callbox.node.waiting").tag("node", "client").gauge().value());
      assertEquals(1, registry.get("callbox.node.inhand").tag("node", "server").gauge().value());
      assertEquals(1, registry.get("callbox.node.ready").tag("node", "server").gauge().value());
      assertEquals(
          0, registry.get("callbox.node.late").tag("node", "client").functionCounter().count());
      assertEquals(0, queue("callbox.queue.length"));
      assertEquals(0, queue("callbox.queue.oldest"));
      assertEquals(
          0, registry.get("callbox.node.givenup").tag("node", "server").functionCounter().count());
      assertEquals(1, gauge("callbox.client.waiting"));
      assertEquals(1, gauge("callbox.server.running"));
      goOn.countDown();
      open.join();
      for (String side : new String[] {"client", "server"}) {
        assertEquals(3, timer("callbox." + side + ".calls", "OK").count());
        assertEquals(1, timer("callbox." + side + ".calls", "APPLICATION").count());
        assertTrue(timer("callbox." + side + ".calls", "OK").totalTime(TimeUnit.NANOSECONDS) > 0);
      }
      assertEquals(4, registry.get("callbox.server.queued").timer().count());
      assertEquals(0, gauge("callbox.client.waiting"));
    }
  }

  @Test
  void methodThatIsDescribedTwiceHasOneOfEachMeter() {
    try (InMemoryTransport transport = new InMemoryTransport();
        RpcNode server =
            RpcNode.builder("server")
                .transport(transport)
                .register(new Talk.Skeleton(this::say))
                .start();
        RpcNode client =
            RpcNode.builder("client")
                .transport(transport)
                .intercept(CallMeters.in(registry))
                .start()) {
      RpcChannel channel = client.channelTo(server.id());
      CompletableFuture<String> one = new Talk.Stub(channel).sayAsync("wait");
      CompletableFuture<String> other =
          channel.callAsync(
              MethodDescriptor.named("Talk", "say").returning(JsonParser::getText),
              CallMetersTest::writeWait,
              CallOptions.DEFAULT);
      assertEquals(2, gauge("callbox.client.waiting"));
      goOn.countDown();
      CompletableFuture.allOf(one, other).join();
      assertEquals(2, timer("callbox.client.calls", "OK").count());
    }
  }

  /** Or whoever can push to a queue could fill the registry with names. */
  @Test
  void methodsThatNobodyServesMakeNoMeters() {
    try (InMemoryTransport transport = new InMemoryTransport();
        RpcNode server =
            RpcNode.builder("server")
                .transport(transport)
                .interceptServer(CallMeters.in(registry))
                .register(new Talk.Skeleton(this::say))
                .start();
        RpcNode client = RpcNode.builder("client").transport(transport).start()) {
      RpcChannel channel = client.channelTo(server.id());
      for (String service : new String[] {"Talk", "Gossip"}) {
        for (int number = 0; number < 20; number++) {
          CompletableFuture<String> unknown =
              channel.callAsync(
                  MethodDescriptor.named(service, "say" + number).returning(JsonParser::getText),
                  CallMetersTest::writeWait,
                  CallOptions.DEFAULT);
          assertThrows(CompletionException.class, unknown::join);
        }
      }
      assertEquals(List.of(), registry.getMeters());
      new Talk.Stub(channel).say("one");
      assertEquals(1, timer("callbox.server.calls", "OK").count());
    }
  }

  private static void writeWait(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("line", "wait");
    out.writeEndObject();
  }

  private String say(String line) {
    if (line.equals("fail")) {
      throw new IllegalStateException("failed as asked");
    }
    if (line.equals("wait")) {
      running.countDown();
      try {
        assertTrue(goOn.await(10, TimeUnit.SECONDS));
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
    return line;
  }

  private Timer timer(String name, String status) {
    return registry.get(name).tags("service", "Talk", "method", "say", "status", status).timer();
  }

  private double queue(String name) {
    return registry.get(name).tags("node", "server", "queue", "services:Talk").gauge().value();
  }

  private double gauge(String name) {
    return registry.get(name).tags("service", "Talk", "method", "say").gauge().value();
  }
}
