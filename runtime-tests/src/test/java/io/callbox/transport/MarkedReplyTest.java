package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The transaction of a large answer finds its request by a mark, whatever else the list holds. */
@Timeout(60)
final class MarkedReplyTest extends LargeReplies {

  private static final Pattern MARK = Pattern.compile("#[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @Test
  void markThatRemainedLeadsToNoOtherRequest() throws Exception {
    redis.command("CONFIG", "SET", "slowlog-log-slower-than", "0");
    redis.command("SLOWLOG", "RESET"); // of what was slow before
    take(IntStream.range(0, 4).mapToObj(LargeReplies::large).toList());
    assertEquals(1, reply(held.get(0)));
    String stray = marks().iterator().next();
    redis.command("RPUSH", QUEUE.taken(SELF).key(), stray);
    assertEquals(0, reply(held.get(0)), "it is held no more");
    assertEquals(1, reply(held.get(3)));
    assertEquals(Set.of(large(1), large(2), stray), Set.copyOf(heldTexts()));
    assertEquals(3, heldTexts().size());
    assertEquals("2", redis.command("LLEN", REPLIES.key()));
    assertEquals(3, transactions());
    assertEquals(3, marks().size(), "each has its own");
  }

  private Set<String> marks() {
    return MARK.matcher(redis.command("SLOWLOG", "GET", "1000"))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Test
  void requestThatIsNotTheOldestLeavesWithoutBeingRead() throws Exception {
    take(IntStream.range(0, 3).mapToObj(LargeReplies::large).toList());
    redis.command("CONFIG", "RESETSTAT");
    assertEquals(1, reply(held.get(1)));
    assertEquals(1, transactions());
    assertFalse(redis.command("INFO", "commandstats").contains("cmdstat_lindex:"));
    assertEquals(List.of(large(0), large(2)), heldTexts());
  }

  @Test
  void userWithoutTheRightToOverwriteAnswersInATransactionToo() throws Exception {
    take(IntStream.range(0, 4).mapToObj(LargeReplies::large).toList());
    redis.command("ACL", "SETUSER", "default", "-lset");
    for (int index : new int[] {2, 1}) {
      assertEquals(1, reply(held.get(index)));
      assertEquals(0, reply(held.get(index)), "it is held no more");
    }
    assertEquals(List.of(large(0), large(3)), heldTexts());
    assertEquals("2", redis.command("LLEN", REPLIES.key()));
    assertEquals(4, transactions());
    assertTrue(redis.command("ACL", "LOG").contains("lset"));
  }

  @Test
  void messageWhoseRequestNobodyHoldsSharesTheScriptOfALargeAnswer() throws Exception {
    take(List.of(large(1)));
    byte[] text = large(2).getBytes(StandardCharsets.UTF_8);
    List<ReplyMessage> batch =
        List.of(
            new ReplyMessage(text, new Delivery(QUEUE, text, null)),
            new ReplyMessage(text, held.get(0)));
    assertEquals(2, transport.reply(REPLIES, batch, MINUTE).toCompletableFuture().get());
    assertEquals(List.of(), heldTexts());
    assertEquals("2", redis.command("LLEN", REPLIES.key()));
    assertEquals(0, transactions());
  }
}
