package io.callbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class MessageBufferTest {

  @Test
  void numbersAreWrittenDigitByDigit() {
    MessageBuffer buffer = new MessageBuffer();
    LongStream powers = LongStream.iterate(1, power -> 10 * power).limit(19);
    powers
        .flatMap(power -> LongStream.of(power - 1, power, power + 1, 7 * (power / 10)))
        .forEach(
            number -> {
              buffer.writeNumber(number);
              assertEquals(Long.toString(number), text(buffer));
            });
    buffer.writeNumber(Long.MAX_VALUE);
    assertEquals(Long.toString(Long.MAX_VALUE), text(buffer));
  }

  @Test
  void textIsWrittenAsItIsHoweverLong() {
    MessageBuffer buffer = new MessageBuffer();
    for (String written : new String[] {"", "c-1", "x".repeat(5_000)}) {
      buffer.writeAscii(written);
      assertEquals(written, text(buffer));
    }
  }

  private static String text(MessageBuffer buffer) {
    return new String(buffer.take(), StandardCharsets.US_ASCII);
  }
}
