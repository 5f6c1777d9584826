package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.callbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a dead-letter list: the reason why a request was given up on, and the request itself,
 * byte for byte. Entries of older versions have only the reason and the request.
 *
 * @param reason the reason
 * @param at the time, in milliseconds of the broker's clock; 0 if the entry does not say
 * @param attempts how many workers have taken it; 0 if the entry does not say
 * @param worker the worker that took it last; null if the entry does not say
 * @param mayHaveRun whether it may have run, and does harm if it runs again
 * @param error the exception that its implementation threw; null if that is not the reason
 * @param request the request
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DeadLetterEntry(
    String reason,
    long at,
    int attempts,
    @Nullable String worker,
    boolean mayHaveRun,
    @Nullable Thrown error,
    byte[] request) {

  /**
   * An exception that an implementation threw.
   *
   * @param type the name of the exception's class
   * @param message its message
   */
  public record Thrown(String type, String message) {}

  /** Writes the entry; the request is a string if it is not JSON. */
  public byte[] write() {
    ByteArrayBuilder bytes = new ByteArrayBuilder(request.length + 256);
    try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("reason", reason);
      out.writeNumberField("at", at);
      out.writeNumberField("attempts", attempts);
      if (worker != null) {
        out.writeStringField("worker", worker);
      }
      out.writeBooleanField("mayHaveRun", mayHaveRun);
      if (error != null) {
        out.writeObjectFieldStart("error");
        out.writeStringField("type", error.type);
        out.writeStringField("message", error.message);
        out.writeEndObject();
      }
      writeRequest(out);
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private void writeRequest(JsonGenerator out) throws IOException {
    String text = new String(request, StandardCharsets.UTF_8);
    out.writeFieldName("request");
    if (isJson(request)) {
      out.writeRawValue(text);
    } else {
      out.writeString(text);
    }
  }

  private static boolean isJson(byte[] message) {
    try (JsonParser in = Slice.of(message).open()) {
      if (in.nextToken() == null) {
        return false; // only spaces
      }
      in.skipChildren();
      return in.nextToken() == null;
    } catch (IOException broken) {
      return false;
    }
  }

  /**
   * Reads an entry. If it cannot be read, returns an entry with an unknown reason whose request is
   * the whole text.
   */
  public static DeadLetterEntry read(byte[] entry) {
    Slice whole = Slice.of(entry);
    RequestMembers members = RequestMembers.of(whole);
    byte[] request = members == null ? null : members.raw("request");
    if (members == null || request == null) {
      return new DeadLetterEntry("unknown", 0, 0, null, true, null, entry);
    }
    String reason = members.text("reason");
    String text = members.text("request");
    return new DeadLetterEntry(
        reason == null ? "unknown" : reason,
        EpochMillis.bounded(members.number("at")),
        (int) Math.max(0, Math.min(members.number("attempts"), Integer.MAX_VALUE)),
        members.text("worker"),
        !members.isFalse("mayHaveRun"),
        error(members.raw("error")),
        text == null ? request : text.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable Thrown error(byte @Nullable [] value) {
    RequestMembers members = value == null ? null : RequestMembers.of(Slice.of(value));
    String type = members == null ? null : members.text("type");
    String message = members == null ? null : members.text("message");
    return type == null ? null : new Thrown(type, message == null ? "" : message);
  }
}
