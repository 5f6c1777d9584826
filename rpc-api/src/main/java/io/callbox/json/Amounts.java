package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.time.Period;

/** Reads and writes amounts of time, in ISO-8601. A number is no amount: it has no unit. */
public final class Amounts {

  private Amounts() {}

  /** Reads a {@code Duration}, {@code PT1H30M}. */
  public static Duration readDuration(JsonParser in) throws IOException {
    return Parsed.read(in, "a duration like \"PT1H30M\"", Duration::parse);
  }

  /** Writes a {@code Duration}. */
  public static void writeDuration(JsonGenerator out, Duration value) throws IOException {
    out.writeString(value.toString());
  }

  /** Reads a {@code Period}, {@code P1Y2M3D}. */
  public static Period readPeriod(JsonParser in) throws IOException {
    return Parsed.read(in, "a period like \"P1Y2M3D\"", Period::parse);
  }

  /** Writes a {@code Period}. */
  public static void writePeriod(JsonGenerator out, Period value) throws IOException {
    out.writeString(value.toString());
  }
}
