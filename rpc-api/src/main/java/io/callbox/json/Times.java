package io.callbox.json;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;

/**
 * Reads and writes times, with or without a date, in ISO-8601 and in the zone they came with.
 * Numbers are refused, because they do not tell whether they count seconds or milliseconds.
 */
public final class Times {

  private Times() {}

  /** Reads an {@code Instant}, {@code 2024-02-29T12:30:00Z}; offsets other than Z are accepted. */
  public static Instant readInstant(JsonParser in) throws IOException {
    return Parsed.read(in, "an instant like \"2024-02-29T12:30:00Z\"", Instant::parse);
  }

  /** Writes an {@code Instant} in UTC. */
  public static void writeInstant(JsonGenerator out, Instant value) throws IOException {
    out.writeString(value.toString());
  }

  /** Reads a {@code LocalTime}, {@code 12:30:00}. */
  public static LocalTime readLocalTime(JsonParser in) throws IOException {
    return Parsed.read(in, "a time like \"12:30:00\"", LocalTime::parse);
  }

  /** Writes a {@code LocalTime}. */
  public static void writeLocalTime(JsonGenerator out, LocalTime value) throws IOException {
    out.writeString(ISO_LOCAL_TIME.format(value));
  }

  /** Reads a {@code LocalDateTime}, {@code 2024-02-29T12:30:00}. */
  public static LocalDateTime readLocalDateTime(JsonParser in) throws IOException {
    return Parsed.read(
        in, "a date and time like \"2024-02-29T12:30:00\"", text -> LocalDateTime.parse(text));
  }

  /** Writes a {@code LocalDateTime}. */
  public static void writeLocalDateTime(JsonGenerator out, LocalDateTime value) throws IOException {
    out.writeString(ISO_LOCAL_DATE_TIME.format(value));
  }

  /** Reads an {@code OffsetTime}, {@code 12:30+01:00}. */
  public static OffsetTime readOffsetTime(JsonParser in) throws IOException {
    return Parsed.read(in, "a time with an offset like \"12:30:00+01:00\"", OffsetTime::parse);
  }

  /** Writes an {@code OffsetTime}. */
  public static void writeOffsetTime(JsonGenerator out, OffsetTime value) throws IOException {
    out.writeString(value.toString());
  }

  /** Reads an {@code OffsetDateTime}, {@code 2024-02-29T12:30:00+01:00}. */
  public static OffsetDateTime readOffsetDateTime(JsonParser in) throws IOException {
    return Parsed.read(
        in,
        "a date and time with an offset like \"2024-02-29T12:30:00+01:00\"",
        OffsetDateTime::parse);
  }

  /** Writes an {@code OffsetDateTime}. */
  public static void writeOffsetDateTime(JsonGenerator out, OffsetDateTime value)
      throws IOException {
    out.writeString(ISO_OFFSET_DATE_TIME.format(value));
  }

  /** Reads a {@code ZonedDateTime}, with a zone as in {@code …+01:00[Europe/Paris]} or without. */
  public static ZonedDateTime readZonedDateTime(JsonParser in) throws IOException {
    return Parsed.read(
        in,
        "a date and time with a zone like \"2024-02-29T12:30:00+01:00[Europe/Paris]\"",
        ZonedDateTime::parse);
  }

  /** Writes a {@code ZonedDateTime} with its offset only: the zone's name is not transmitted. */
  public static void writeZonedDateTime(JsonGenerator out, ZonedDateTime value) throws IOException {
    out.writeString(ISO_OFFSET_DATE_TIME.format(value));
  }
}
