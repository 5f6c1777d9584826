package io.callbox.internal.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.callbox.internal.wire.EpochMillis;
import io.callbox.json.Json;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Numbers;
import io.callbox.json.Texts;
import io.callbox.registry.PauseMode;
import io.callbox.registry.PausedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;

/**
 * Writes and reads a pause as JSON, so that other programs can read it. A value that is not such
 * JSON is a pause too, with waiting callers.
 */
final class PauseJson {

  private static final Members MEMBERS = Members.of("callers", "since", "by");

  private PauseJson() {}

  static byte[] write(PausedService paused) {
    ByteArrayBuilder bytes = new ByteArrayBuilder();
    try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("callers", paused.callers().name().toLowerCase(Locale.ROOT));
      out.writeNumberField("since", paused.since().toEpochMilli());
      out.writeStringField("by", paused.by());
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static PausedService read(String service, byte[] written) {
    String callers = "";
    long since = 0;
    String by = "";
    try (JsonParser in = Json.FACTORY.createParser(written)) {
      in.nextToken();
      MemberCursor members = MEMBERS.open(in);
      while (members.next()) {
        switch (members.index()) {
          case 0 -> callers = Texts.readString(in);
          case 1 -> since = Numbers.readLong(in);
          case 2 -> by = Texts.readString(in);
          default -> members.skip();
        }
      }
    } catch (IOException unreadable) {
      return new PausedService(service, PauseMode.WAIT, Instant.EPOCH, "");
    }
    PauseMode mode = callers.equals("refuse") ? PauseMode.REFUSE : PauseMode.WAIT;
    return new PausedService(service, mode, EpochMillis.instant(since), by);
  }
}
