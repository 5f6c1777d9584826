package io.callbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A writer is used again: nothing of one message may show in the next. */
final class PooledJsonWriterTest {

  @Test
  void messagesFollowEachOtherWithoutTrace() throws IOException {
    for (int message = 0; message < 3; message++) {
      assertEquals("{\"m\":" + message + '}', written(message));
    }
  }

  @Test
  void failureLeavesNoTraceInTheNextMessage() throws IOException {
    assertThrows(
        IOException.class,
        () ->
            PooledJsonWriter.write(
                out -> {
                  out.writeArrayFieldStart("open");
                  throw new IOException("on purpose");
                }));
    assertEquals("{\"m\":7}", written(7));
  }

  @Test
  void unendedObjectIsRefused() throws IOException {
    assertThrows(
        IOException.class, () -> PooledJsonWriter.write(out -> out.writeObjectFieldStart("a")));
    assertEquals("{\"m\":8}", written(8));
  }

  @Test
  void messageMayBeWrittenWhileAnotherIs() throws IOException {
    byte[] outer = PooledJsonWriter.write(out -> out.writeStringField("inner", written(1)));
    assertEquals("{\"inner\":\"{\\\"m\\\":1}\"}", text(outer));
  }

  @Test
  void largeMessagesAreWhole() throws IOException {
    String large = "x".repeat(1_000_000);
    for (int time = 0; time < 2; time++) {
      assertEquals(
          "{\"large\":\"" + large + "\"}",
          text(PooledJsonWriter.write(out -> out.writeStringField("large", large))));
    }
    assertEquals("{\"m\":9}", written(9));
  }

  @Test
  void messageOfAnySizeIsWholeWhateverCameBefore() throws IOException {
    for (int size : List.of(3_000_000, 1, 65_000, 66_000, 1_113_000, 1_115_000, 9_000, 70_000)) {
      String text = Integer.toString(size, 36).repeat(size).substring(0, size);
      assertEquals(
          '"' + text + '"', text(PooledJsonWriter.writeValue(out -> out.writeString(text))));
    }
  }

  @Test
  void largeMessagesMayBeWrittenWithinEachOther() throws IOException {
    String large = "y".repeat(300_000);
    byte[] outer =
        PooledJsonWriter.write(
            out -> {
              out.writeStringField("before", large);
              out.writeStringField(
                  "inner", text(PooledJsonWriter.writeValue(in -> in.writeString(large))));
            });
    assertEquals("{\"before\":\"" + large + "\",\"inner\":\"\\\"" + large + "\\\"\"}", text(outer));
  }

  private static String written(int number) throws IOException {
    return text(PooledJsonWriter.write(out -> out.writeNumberField("m", number)));
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.UTF_8);
  }
}
