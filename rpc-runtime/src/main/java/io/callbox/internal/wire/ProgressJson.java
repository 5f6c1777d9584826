package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.callbox.json.Json;
import io.callbox.rpc.CallStatus.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The progress of a call in the form of its record: {@code {"done":3,"total":10,"text":"…"}}. */
public final class ProgressJson {

  private ProgressJson() {}

  /** Writes a progress. */
  public static byte[] of(Progress progress) {
    ByteArrayBuilder bytes = new ByteArrayBuilder();
    try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeNumberField("done", progress.done());
      out.writeNumberField("total", progress.total());
      out.writeStringField("text", progress.text());
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Reads a progress; null if it is invalid, because another program may have written it. */
  public static @Nullable Progress read(byte[] json) {
    long done = 0;
    long total = 0;
    String text = "";
    try (JsonParser in = Slice.of(json).open()) {
      in.nextToken();
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        in.nextToken();
        switch (name) {
          case "done" -> done = in.getValueAsLong();
          case "total" -> total = in.getValueAsLong();
          case "text" -> text = in.getValueAsString("");
          default -> {} // skips an unknown member
        }
        in.skipChildren();
      }
      return new Progress(done, total, text);
    } catch (IOException broken) {
      return null;
    }
  }
}
