package io.callbox.json;

import static io.callbox.json.RoundTrip.read;
import static io.callbox.json.RoundTrip.refusal;
import static io.callbox.json.RoundTrip.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What parity with Jackson does not show of {@code java.time}. */
final class TimesTest {

  private static final List<ValueReader<?>> ALL =
      TimeShapes.ALL.stream().<ValueReader<?>>map(Shape::reader).toList();

  @Test
  void secondsAreAlwaysWritten() throws IOException {
    LocalDateTime noon = LocalDateTime.of(2024, 2, 29, 12, 0);
    assertEquals("\"2024-02-29T12:00:00\"", write(noon, Times::writeLocalDateTime));
    assertEquals("\"12:00:00\"", write(noon.toLocalTime(), Times::writeLocalTime));
  }

  @Test
  void anOffsetIsKept() throws IOException {
    OffsetDateTime time = OffsetDateTime.parse("2024-02-29T12:00:00+05:30");
    assertEquals("\"2024-02-29T12:00:00+05:30\"", write(time, Times::writeOffsetDateTime));
    assertEquals(time, read("\"2024-02-29T12:00:00+05:30\"", Times::readOffsetDateTime));
  }

  @Test
  void aZoneIsReadButOnlyItsOffsetWritten() throws IOException {
    ZonedDateTime time = LocalDateTime.of(2024, 2, 29, 12, 0).atZone(ZoneId.of("Europe/Paris"));
    assertEquals(
        time, read("\"2024-02-29T12:00:00+01:00[Europe/Paris]\"", Times::readZonedDateTime));
    assertEquals("\"2024-02-29T12:00:00+01:00\"", write(time, Times::writeZonedDateTime));
  }

  @Test
  void anInstantMayComeWithAnOffset() throws IOException {
    assertEquals(
        Instant.parse("2024-02-29T11:00:00Z"),
        read("\"2024-02-29T12:00:00+01:00\"", Times::readInstant));
  }

  @ParameterizedTest
  @ValueSource(ints = {Year.MIN_VALUE, -5, 0, 5, 999, 10_000, Year.MAX_VALUE})
  void yearsOfAnyLengthAreReadAsTheyAreWritten(int year) throws IOException {
    assertEquals("\"" + year + "\"", write(Year.of(year), Dates::writeYear));
    assertEquals(Year.of(year), read("\"" + year + "\"", Dates::readYear));
    assertEquals(Year.of(year), read(String.valueOf(year), Dates::readYear));
    YearMonth month = YearMonth.of(year, 2);
    assertEquals(month, read(write(month, Dates::writeYearMonth), Dates::readYearMonth));
  }

  @Test
  void aDayOfWeekHasAName() throws IOException {
    assertEquals(DayOfWeek.THURSDAY, read("\"THURSDAY\"", Dates::readDayOfWeek));
    assertEquals(
        "must be one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY,"
            + " got \"thursday\"",
        refusal("\"thursday\"", Dates::readDayOfWeek));
  }

  @Test
  void aRefusalShowsTheForm() {
    assertEquals(
        "must be a date like \"2024-02-29\", got \"2023-02-29\"",
        refusal("\"2023-02-29\"", Dates::readLocalDate));
    assertEquals(
        "must be an instant like \"2024-02-29T12:30:00Z\", got 1709209800",
        refusal("1709209800", Times::readInstant));
    assertEquals(
        "must be a duration like \"PT1H30M\", got \"1h\"",
        refusal("\"1h\"", Amounts::readDuration));
    assertEquals(
        "must be a time zone like \"Europe/Paris\", got \"Mars/Base\"",
        refusal("\"Mars/Base\"", Zones::readZoneId));
    assertEquals(
        "must be a year like \"2024\", got 1000000000", refusal("1000000000", Dates::readYear));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"x\"", "\" \"", "true", "{}", "[2024,2,29]", "1.5"})
  void nothingElseIsATime(String json) {
    for (ValueReader<?> reader : ALL) {
      refusal(json, reader);
    }
  }

  @Test
  void amountsBeyondTheirRangeAreRefused() throws IOException {
    refusal("\"P2147483647W\"", Amounts::readPeriod);
    refusal("\"PT9223372036854775807H\"", Amounts::readDuration);
    assertEquals(Period.ofDays(7), read("\"P1W\"", Amounts::readPeriod));
  }
}
