package io.callbox.benchmarks.peers;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import io.callbox.benchmarks.work.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * RabbitMQ with direct reply-to, as its tutorial on RPC and the page on direct reply-to have it: a
 * durable-less queue, manual acknowledgment with a prefetch of 256, one channel, guarded because
 * channels are not to be shared.
 */
final class RabbitPeer implements Peer {

  private static final String QUEUE = "work";
  private static final String REPLY_TO = "amq.rabbitmq.reply-to";
  private static final int PREFETCH = 256;

  @Override
  public Caller connect(String address) throws Exception {
    Channel channel = open(address);
    Calls calls = new Calls(channel, new ConcurrentHashMap<>(), new AtomicLong());
    channel.basicConsume(REPLY_TO, true, (tag, reply) -> calls.answered(reply), tag -> {});
    return ByteCalls.typed(calls);
  }

  @Override
  public Served serve(String address, Work work) throws Exception {
    Channel channel = open(address);
    channel.queueDeclare(QUEUE, false, false, false, Map.of());
    channel.basicQos(PREFETCH);
    channel.basicConsume(QUEUE, false, (tag, asked) -> answer(channel, work, asked), tag -> {});
    return new Served(address, channel.getConnection());
  }

  private static Channel open(String address) throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setUri(address);
    Connection connection = factory.newConnection();
    return connection.createChannel();
  }

  private static void answer(Channel channel, Work work, Delivery asked) throws IOException {
    BasicProperties to =
        new BasicProperties.Builder()
            .correlationId(asked.getProperties().getCorrelationId())
            .build();
    byte[] reply = Frames.serve(work, asked.getBody());
    channel.basicPublish("", asked.getProperties().getReplyTo(), to, reply);
    channel.basicAck(asked.getEnvelope().getDeliveryTag(), false);
  }

  private record Calls(
      Channel channel, Map<String, CompletableFuture<byte[]>> pending, AtomicLong lastId)
      implements ByteCalls {

    @Override
    public byte[] call(byte[] request) throws Exception {
      return callAsync(request).get();
    }

    @Override
    public CompletableFuture<byte[]> callAsync(byte[] request) {
      String id = Long.toString(lastId.incrementAndGet());
      CompletableFuture<byte[]> reply = new CompletableFuture<>();
      pending.put(id, reply);
      BasicProperties head =
          new BasicProperties.Builder().correlationId(id).replyTo(REPLY_TO).build();
      try {
        synchronized (channel) { // guards against two callers interleaving frames
          channel.basicPublish("", QUEUE, head, request);
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      return reply;
    }

    void answered(Delivery reply) {
      CompletableFuture<byte[]> call = pending.remove(reply.getProperties().getCorrelationId());
      if (call != null) {
        call.complete(reply.getBody());
      }
    }

    @Override
    public void end() throws Exception {
      channel.getConnection().close();
    }
  }
}
