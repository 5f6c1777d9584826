package io.callbox.benchmarks.peers;

import io.callbox.benchmarks.work.Work;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.nats.client.Nats;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** NATS request and reply through jnats, with its defaults; the server is in a queue group. */
final class NatsPeer implements Peer {

  private static final String SUBJECT = "work";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @Override
  public Caller connect(String address) throws Exception {
    return ByteCalls.typed(new Calls(Nats.connect(address)));
  }

  @Override
  public Served serve(String address, Work work) throws Exception {
    Connection connection = Nats.connect(address);
    Dispatcher dispatcher =
        connection.createDispatcher(
            message ->
                connection.publish(message.getReplyTo(), Frames.serve(work, message.getData())));
    dispatcher.subscribe(SUBJECT, "workers");
    connection.flush(TIMEOUT);
    return new Served(address, connection);
  }

  private record Calls(Connection connection) implements ByteCalls {

    @Override
    public byte[] call(byte[] request) throws Exception {
      return connection.request(SUBJECT, request, TIMEOUT).getData();
    }

    @Override
    public CompletableFuture<byte[]> callAsync(byte[] request) {
      return connection.requestWithTimeout(SUBJECT, request, TIMEOUT).thenApply(Message::getData);
    }

    @Override
    public void end() throws Exception {
      connection.close();
    }
  }
}
