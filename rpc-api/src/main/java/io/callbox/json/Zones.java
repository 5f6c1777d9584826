package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Reads and writes time zones by their ids. */
public final class Zones {

  private Zones() {}

  /** Reads a {@code ZoneId}, {@code Europe/Paris}, which this JDK must know. */
  public static ZoneId readZoneId(JsonParser in) throws IOException {
    return Parsed.read(in, "a time zone like \"Europe/Paris\"", ZoneId::of);
  }

  /** Writes a {@code ZoneId}. */
  public static void writeZoneId(JsonGenerator out, ZoneId value) throws IOException {
    out.writeString(value.getId());
  }

  /** Reads a {@code ZoneOffset}, {@code +01:00}. */
  public static ZoneOffset readZoneOffset(JsonParser in) throws IOException {
    return Parsed.read(in, "an offset like \"+01:00\"", ZoneOffset::of);
  }

  /** Writes a {@code ZoneOffset}. */
  public static void writeZoneOffset(JsonGenerator out, ZoneOffset value) throws IOException {
    out.writeString(value.getId());
  }
}
