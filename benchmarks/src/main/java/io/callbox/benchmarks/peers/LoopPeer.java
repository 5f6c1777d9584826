package io.callbox.benchmarks.peers;

import io.callbox.benchmarks.work.Work;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/**
 * The least that a call through two Redis lists can cost with Redisson: a loop on each side, eight
 * bytes of id, no envelope, no timeout, no thread but the loop's own. What Callbox is measured
 * against, not something to use.
 *
 * @param batched whether what gathers leaves as one command and up to 256 are taken by one, or each
 *     message is a command of its own
 */
record LoopPeer(boolean batched) implements Peer {

  private static final String REQUESTS = "loop:requests";
  private static final String REPLIES = "loop:replies";
  private static final int NETTY_THREADS = 2;

  @Override
  public Caller connect(String address) {
    RedissonClient client = client(address);
    Calls calls =
        new Calls(
            client,
            new ListPusher(client, REQUESTS, batched),
            new ConcurrentHashMap<>(),
            new AtomicLong());
    new ListLoop(client, REPLIES, batched, replies -> replies.forEach(calls::answered)).start();
    return ByteCalls.typed(calls);
  }

  @Override
  public Served serve(String address, Work work) {
    RedissonClient client = client(address);
    ListPusher replies = new ListPusher(client, REPLIES, batched);
    new ListLoop(client, REQUESTS, batched, requests -> replies.push(answers(work, requests)))
        .start();
    return new Served(address, client::shutdown);
  }

  private static List<byte[]> answers(Work work, List<byte[]> requests) {
    List<byte[]> answers = new ArrayList<>(requests.size());
    for (byte[] request : requests) {
      byte[] reply = Frames.serve(work, tail(request));
      answers.add(framed(ByteBuffer.wrap(request).getLong(), reply));
    }
    return answers;
  }

  private static RedissonClient client(String address) {
    Config config = new Config().setNettyThreads(NETTY_THREADS).setThreads(2);
    config
        .useSingleServer()
        .setAddress(address)
        .setConnectionMinimumIdleSize(1)
        .setSubscriptionConnectionMinimumIdleSize(0);
    return Redisson.create(config);
  }

  private static byte[] framed(long id, byte[] body) {
    return ByteBuffer.allocate(8 + body.length).putLong(id).put(body).array();
  }

  private static byte[] tail(byte[] frame) {
    return java.util.Arrays.copyOfRange(frame, 8, frame.length);
  }

  private record Calls(
      RedissonClient client,
      ListPusher requests,
      Map<Long, CompletableFuture<byte[]>> pending,
      AtomicLong lastId)
      implements ByteCalls {

    @Override
    public byte[] call(byte[] request) throws Exception {
      return callAsync(request).get();
    }

    @Override
    public CompletableFuture<byte[]> callAsync(byte[] request) {
      long id = lastId.incrementAndGet();
      CompletableFuture<byte[]> reply = new CompletableFuture<>();
      pending.put(id, reply);
      requests.push(framed(id, request));
      return reply;
    }

    void answered(byte[] reply) {
      CompletableFuture<byte[]> call = pending.remove(ByteBuffer.wrap(reply).getLong());
      if (call != null) {
        call.complete(tail(reply));
      }
    }

    @Override
    public void end() {
      client.shutdown();
    }
  }
}
