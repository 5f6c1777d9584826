package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Reads and writes dates and parts of dates, in ISO-8601. A date with a time, or a number of days,
 * is refused.
 */
public final class Dates {

  /** Accepts years beyond 9999 without the sign that {@link YearMonth#parse} requires. */
  private static final DateTimeFormatter YEAR_MONTH =
      DateTimeFormatter.ofPattern("u-MM", Locale.ROOT);

  private static final EnumNames<Month> MONTHS = EnumNames.of(Month.values());
  private static final EnumNames<DayOfWeek> DAYS = EnumNames.of(DayOfWeek.values());

  private Dates() {}

  /** Reads a {@code LocalDate}, {@code 2024-02-29}. */
  public static LocalDate readLocalDate(JsonParser in) throws IOException {
    return Parsed.read(in, "a date like \"2024-02-29\"", LocalDate::parse);
  }

  /** Writes a {@code LocalDate}. */
  public static void writeLocalDate(JsonGenerator out, LocalDate value) throws IOException {
    out.writeString(value.toString());
  }

  /** Reads a {@code YearMonth}, {@code 2024-02}. */
  public static YearMonth readYearMonth(JsonParser in) throws IOException {
    return Parsed.read(
        in, "a year and month like \"2024-02\"", text -> YearMonth.parse(text, YEAR_MONTH));
  }

  /** Writes a {@code YearMonth}. */
  public static void writeYearMonth(JsonGenerator out, YearMonth value) throws IOException {
    out.writeString(value.toString());
  }

  /** Reads a {@code MonthDay}, {@code --02-29}. */
  public static MonthDay readMonthDay(JsonParser in) throws IOException {
    return Parsed.read(in, "a month and day like \"--02-29\"", MonthDay::parse);
  }

  /** Writes a {@code MonthDay}. */
  public static void writeMonthDay(JsonGenerator out, MonthDay value) throws IOException {
    out.writeString(value.toString());
  }

  /** Reads a {@code Year}: a string, or a number as other languages have it. */
  public static Year readYear(JsonParser in) throws IOException {
    String expected = "a year like \"2024\"";
    try {
      return in.currentToken().isNumeric()
          ? Year.of(Numbers.readInt(in))
          : Parsed.read(in, expected, text -> Year.of(Integer.parseInt(text)));
    } catch (DateTimeException outOfRange) {
      throw JsonMismatchException.expected(expected, in);
    }
  }

  /** Writes a {@code Year} as a string. */
  public static void writeYear(JsonGenerator out, Year value) throws IOException {
    out.writeString(value.toString());
  }

  /** Reads a {@code Month} by its name, {@code FEBRUARY}. */
  public static Month readMonth(JsonParser in) throws IOException {
    return MONTHS.read(in);
  }

  /** Writes a {@code Month} by its name. */
  public static void writeMonth(JsonGenerator out, Month value) throws IOException {
    out.writeString(value.name());
  }

  /** Reads a {@code DayOfWeek} by its name, {@code THURSDAY}. */
  public static DayOfWeek readDayOfWeek(JsonParser in) throws IOException {
    return DAYS.read(in);
  }

  /** Writes a {@code DayOfWeek} by its name. */
  public static void writeDayOfWeek(JsonGenerator out, DayOfWeek value) throws IOException {
    out.writeString(value.name());
  }
}
