package io.callbox.internal.redisson.durable;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ToldEndsTest {

  private static final QueueName QUEUE = Namespace.NONE.service("Jobs");

  @Test
  void senderHearsOfItsOwnCallsAndAllWhoWaitHearTheIds() {
    ToldEnds told =
        ToldEnds.of(
            List.of(
                end("a", "1", "one"),
                end("b", "2", "two"),
                end("c", "3", null),
                end("d", "4", "one")));
    assertEquals("a\nb\nc\nd", new String(told.ids(), US_ASCII));
    assertEquals(2, told.channels());
    assertEquals(List.of("one", "a 1\nd 4", "two", "b 2"), values(told));
  }

  @Test
  void resultThatIsLargeOrHasALineFeedIsLeftToItsRecord() {
    String large = '"' + "x".repeat(5_000) + '"';
    ToldEnds told = ToldEnds.of(List.of(end("a", "[1,\n2]", "one"), end("b", large, "one")));
    assertEquals(List.of("one", "a\nb"), values(told));
  }

  private static List<String> values(ToldEnds told) {
    List<byte[]> values = new ArrayList<>();
    told.addTo(values);
    return values.stream().map(each -> new String(each, US_ASCII)).toList();
  }

  private static RunEnd end(String id, String result, @Nullable String doneTo) {
    return new RunEnd(
        new Delivery(QUEUE, new byte[0], null),
        id,
        "multiply",
        "n:i/1",
        RunEnd.Ending.COMPLETED,
        result.getBytes(US_ASCII),
        null,
        Duration.ofSeconds(2),
        Duration.ZERO,
        doneTo);
  }
}
