package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.redisson.RedissonTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A worker's transport that puts large answers in transactions, and the requests it holds. */
abstract class LargeReplies {

  static final Worker SELF = new Worker("worker", "1");
  static final Duration MINUTE = Duration.ofMinutes(1);
  static final QueueName QUEUE = new QueueName("services:Queue");
  static final QueueName REPLIES = new QueueName("replies:caller:c2.s");
  private static final Pattern TRANSACTIONS = Pattern.compile("cmdstat_exec:calls=(\\d+)");

  final RedisServer redis = RedisServer.start();
  final List<Delivery> held = new ArrayList<>();
  RedissonTransport transport;

  @BeforeEach
  void start() throws Exception {
    use(RedissonTransport.connect(redis.directUri()));
  }

  /**
   * The first answers leave by script, until there is a connection that has tried a transaction.
   */
  final void connect(String uri) throws Exception {
    use(RedissonTransport.connect(uri));
  }

  /** Does the same with this transport. */
  final void use(RedissonTransport made) throws Exception {
    transport = made;
    redis.command("CONFIG", "RESETSTAT");
    for (String text = "small"; transactions() < 2; text = large(0)) {
      take(List.of(text));
      assertEquals(1, reply(held.remove(0)));
    }
    redis.command("DEL", REPLIES.key());
    redis.command("CONFIG", "RESETSTAT");
  }

  @AfterEach
  void stop() {
    transport.close();
    redis.close();
  }

  static String large(int number) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"caller-secret-%d\",\"params\":[\"%s\"]}"
        .formatted(number, "x".repeat(20_000));
  }

  final void take(List<String> texts) throws Exception {
    for (String text : texts) {
      redis.command("LPUSH", QUEUE.key(), text);
    }
    int all = held.size() + texts.size();
    try (QueueConsumer consumer = transport.consume(List.of(QUEUE), SELF)) {
      while (held.size() < all) {
        held.addAll(Taking.take(consumer, texts.size(), Duration.ofSeconds(1)));
      }
    }
  }

  final int reply(Delivery request) throws Exception {
    return replying(request).get();
  }

  final CompletableFuture<Integer> replying(Delivery request) {
    ReplyMessage answer = new ReplyMessage("done".getBytes(StandardCharsets.UTF_8), request);
    return transport.reply(REPLIES, List.of(answer), MINUTE).toCompletableFuture();
  }

  final List<String> heldTexts() throws Exception {
    return transport.leases().held(QUEUE, SELF, 0).toCompletableFuture().get().stream()
        .map(each -> new String(each.message(), StandardCharsets.UTF_8))
        .toList();
  }

  final int transactions() {
    Matcher count = TRANSACTIONS.matcher(redis.command("INFO", "commandstats"));
    return count.find() ? Integer.parseInt(count.group(1)) : 0;
  }
}
