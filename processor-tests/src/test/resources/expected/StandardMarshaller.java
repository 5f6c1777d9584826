package good;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.json.Amounts;
import io.callbox.json.BigNumbers;
import io.callbox.json.Dates;
import io.callbox.json.Identifiers;
import io.callbox.json.JsonMismatchException;
import io.callbox.json.Lists;
import io.callbox.json.MapKeys;
import io.callbox.json.Maps;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Nullables;
import io.callbox.json.Numbers;
import io.callbox.json.OptionalNumbers;
import io.callbox.json.Queues;
import io.callbox.json.Sets;
import io.callbox.json.Texts;
import io.callbox.json.Times;
import io.callbox.json.Zones;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.ResultType;
import io.callbox.rpc.ServiceDescriptor;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Writes and reads what {@link Standard} sends.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
final class StandardMarshaller {
  private static final SerializedString VALUE_FIELD = new SerializedString("value");

  private static final SerializedString AT_FIELD = new SerializedString("at");

  private static final SerializedString MAYBE_FIELD = new SerializedString("maybe");

  private static final SerializedString MAP_FIELD = new SerializedString("map");

  private static final SerializedString INSTANT_FIELD = new SerializedString("instant");

  private static final SerializedString DATE_FIELD = new SerializedString("date");

  private static final SerializedString TIME_FIELD = new SerializedString("time");

  private static final SerializedString DATE_TIME_FIELD = new SerializedString("dateTime");

  private static final SerializedString OFFSET_FIELD = new SerializedString("offset");

  private static final SerializedString OFFSET_TIME_FIELD = new SerializedString("offsetTime");

  private static final SerializedString ZONED_FIELD = new SerializedString("zoned");

  private static final SerializedString DURATION_FIELD = new SerializedString("duration");

  private static final SerializedString PERIOD_FIELD = new SerializedString("period");

  private static final SerializedString YEAR_FIELD = new SerializedString("year");

  private static final SerializedString YEAR_MONTH_FIELD = new SerializedString("yearMonth");

  private static final SerializedString MONTH_DAY_FIELD = new SerializedString("monthDay");

  private static final SerializedString MONTH_FIELD = new SerializedString("month");

  private static final SerializedString DAY_FIELD = new SerializedString("day");

  private static final SerializedString ZONE_FIELD = new SerializedString("zone");

  private static final SerializedString ZONE_OFFSET_FIELD = new SerializedString("zoneOffset");

  private static final SerializedString BIG_FIELD = new SerializedString("big");

  private static final SerializedString DECIMAL_FIELD = new SerializedString("decimal");

  private static final SerializedString UUID_FIELD = new SerializedString("uuid");

  private static final SerializedString URI_FIELD = new SerializedString("uri");

  private static final SerializedString LOCALE_FIELD = new SerializedString("locale");

  private static final SerializedString CURRENCY_FIELD = new SerializedString("currency");

  private static final SerializedString MAYBE_INT_FIELD = new SerializedString("maybeInt");

  private static final SerializedString MAYBE_LONG_FIELD = new SerializedString("maybeLong");

  private static final SerializedString MAYBE_DOUBLE_FIELD = new SerializedString("maybeDouble");

  private static final SerializedString COLLECTION_FIELD = new SerializedString("collection");

  private static final SerializedString SORTED_FIELD = new SerializedString("sorted");

  private static final SerializedString NAVIGABLE_FIELD = new SerializedString("navigable");

  private static final SerializedString QUEUE_FIELD = new SerializedString("queue");

  private static final SerializedString DEQUE_FIELD = new SerializedString("deque");

  private static final SerializedString MAYBES_FIELD = new SerializedString("maybes");

  private static final SerializedString BY_LEVEL_FIELD = new SerializedString("byLevel");

  private static final SerializedString BY_INTEGER_FIELD = new SerializedString("byInteger");

  private static final SerializedString BY_LONG_FIELD = new SerializedString("byLong");

  private static final SerializedString BY_UUID_FIELD = new SerializedString("byUuid");

  private static final Members TIMES_PARAMS_MEMBERS = Members.of("value");

  private static final Members VALUES_PARAMS_MEMBERS = Members.of("value");

  private static final Members COLLECTIONS_PARAMS_MEMBERS = Members.of("value");

  private static final Members MAPS_PARAMS_MEMBERS = Members.of("value");

  private static final Members DIRECT_PARAMS_MEMBERS = Members.of("at", "maybe", "map");

  private static final Members TIMES_MEMBERS = Members.of("instant", "date", "time",
      "dateTime", "offset", "offsetTime", "zoned", "duration", "period", "year", "yearMonth",
      "monthDay", "month", "day", "zone", "zoneOffset");

  private static final Members VALUES_MEMBERS = Members.of("big", "decimal", "uuid", "uri",
      "locale", "currency", "maybeInt", "maybeLong", "maybeDouble");

  private static final Members COLLECTIONS_MEMBERS = Members.of("collection", "sorted",
      "navigable", "queue", "deque", "maybes");

  private static final Members MAPS_MEMBERS = Members.of("byLevel", "byInteger", "byLong",
      "byUuid", "sorted", "navigable");

  static final ResultType<Standard.Times> TIMES_RESULT = new ResultType<>(
      StandardMarshaller::readNullableTimes,
      StandardMarshaller::writeNullableTimes);

  static final ResultType<Standard.Values> VALUES_RESULT = new ResultType<>(
      StandardMarshaller::readNullableValues,
      StandardMarshaller::writeNullableValues);

  static final ResultType<Standard.Collections> COLLECTIONS_RESULT = new ResultType<>(
      StandardMarshaller::readNullableCollections,
      StandardMarshaller::writeNullableCollections);

  static final ResultType<Standard.Maps> MAPS_RESULT = new ResultType<>(
      StandardMarshaller::readNullableMaps,
      StandardMarshaller::writeNullableMaps);

  static final ResultType<OptionalInt> OPTIONAL_INT_RESULT = new ResultType<>(
      StandardMarshaller::readOptionalIntResult,
      StandardMarshaller::writeOptionalIntResult);

  static final MethodDescriptor<Standard.Times> TIMES = MethodDescriptor.named("Standard", "times")
      .returning(TIMES_RESULT);

  static final MethodDescriptor<Standard.Values> VALUES = MethodDescriptor.named("Standard", "values")
      .returning(VALUES_RESULT);

  static final MethodDescriptor<Standard.Collections> COLLECTIONS = MethodDescriptor.named("Standard", "collections")
      .returning(COLLECTIONS_RESULT);

  static final MethodDescriptor<Standard.Maps> MAPS = MethodDescriptor.named("Standard", "maps")
      .returning(MAPS_RESULT);

  static final MethodDescriptor<OptionalInt> DIRECT = MethodDescriptor.named("Standard", "direct")
      .returning(OPTIONAL_INT_RESULT);

  static final ServiceDescriptor SERVICE = ServiceDescriptor.of("Standard", TIMES, VALUES,
      COLLECTIONS, MAPS, DIRECT);

  private StandardMarshaller() {
  }

  static ParamsWriter paramsOfTimes(Standard.Times value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableTimes(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readTimesParams(JsonParser in, StandardSkeleton skeleton) throws
      IOException {
    Standard.Times value = null;
    MemberCursor members = TIMES_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readTimes(in);
        default -> members.skip();
      }
    }
    return skeleton.callTimes(value);
  }

  static ParamsWriter paramsOfValues(Standard.Values value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableValues(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readValuesParams(JsonParser in, StandardSkeleton skeleton) throws
      IOException {
    Standard.Values value = null;
    MemberCursor members = VALUES_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readValues(in);
        default -> members.skip();
      }
    }
    return skeleton.callValues(value);
  }

  static ParamsWriter paramsOfCollections(Standard.Collections value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableCollections(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readCollectionsParams(JsonParser in, StandardSkeleton skeleton) throws
      IOException {
    Standard.Collections value = null;
    MemberCursor members = COLLECTIONS_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readCollections(in);
        default -> members.skip();
      }
    }
    return skeleton.callCollections(value);
  }

  static ParamsWriter paramsOfMaps(Standard.Maps value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableMaps(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readMapsParams(JsonParser in, StandardSkeleton skeleton) throws
      IOException {
    Standard.Maps value = null;
    MemberCursor members = MAPS_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readMaps(in);
        default -> members.skip();
      }
    }
    return skeleton.callMaps(value);
  }

  static ParamsWriter paramsOfDirect(Instant at, OptionalLong maybe,
      SortedMap<Integer, String> map) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(AT_FIELD);
      writeNullableInstant(out, at);
      out.writeFieldName(MAYBE_FIELD);
      OptionalNumbers.writeLong(out, maybe);
      out.writeFieldName(MAP_FIELD);
      writeNullableSortedMapOfIntegerToString(out, map);
      out.writeEndObject();
    };
  }

  static Invocation readDirectParams(JsonParser in, StandardSkeleton skeleton) throws
      IOException {
    Instant at = null;
    OptionalLong maybe = OptionalLong.empty();
    SortedMap<Integer, String> map = null;
    MemberCursor members = DIRECT_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> at = members.isNull() ? null : Times.readInstant(in);
        case 1 -> maybe = OptionalNumbers.readLong(in);
        case 2 -> map = members.isNull() ? null : Maps.readSorted(in, MapKeys::readInt, Texts::readString);
        default -> members.skip();
      }
    }
    return skeleton.callDirect(at, maybe, map);
  }

  static void writeOptionalIntResult(JsonGenerator out, OptionalInt result) throws
      IOException {
    OptionalNumbers.writeInt(out, result);
  }

  static OptionalInt readOptionalIntResult(JsonParser in) throws IOException {
    return OptionalNumbers.readInt(in);
  }

  static void writeTimes(JsonGenerator out, Standard.Times value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(INSTANT_FIELD);
    writeNullableInstant(out, value.instant());
    out.writeFieldName(DATE_FIELD);
    writeNullableLocalDate(out, value.date());
    out.writeFieldName(TIME_FIELD);
    writeNullableLocalTime(out, value.time());
    out.writeFieldName(DATE_TIME_FIELD);
    writeNullableLocalDateTime(out, value.dateTime());
    out.writeFieldName(OFFSET_FIELD);
    writeNullableOffsetDateTime(out, value.offset());
    out.writeFieldName(OFFSET_TIME_FIELD);
    writeNullableOffsetTime(out, value.offsetTime());
    out.writeFieldName(ZONED_FIELD);
    writeNullableZonedDateTime(out, value.zoned());
    out.writeFieldName(DURATION_FIELD);
    writeNullableDuration(out, value.duration());
    out.writeFieldName(PERIOD_FIELD);
    writeNullablePeriod(out, value.period());
    out.writeFieldName(YEAR_FIELD);
    writeNullableYear(out, value.year());
    out.writeFieldName(YEAR_MONTH_FIELD);
    writeNullableYearMonth(out, value.yearMonth());
    out.writeFieldName(MONTH_DAY_FIELD);
    writeNullableMonthDay(out, value.monthDay());
    out.writeFieldName(MONTH_FIELD);
    writeNullableMonth(out, value.month());
    out.writeFieldName(DAY_FIELD);
    writeNullableDayOfWeek(out, value.day());
    out.writeFieldName(ZONE_FIELD);
    writeNullableZoneId(out, value.zone());
    out.writeFieldName(ZONE_OFFSET_FIELD);
    writeNullableZoneOffset(out, value.zoneOffset());
    out.writeEndObject();
  }

  static Standard.Times readTimes(JsonParser in) throws IOException {
    Instant instant = null;
    LocalDate date = null;
    LocalTime time = null;
    LocalDateTime dateTime = null;
    OffsetDateTime offset = null;
    OffsetTime offsetTime = null;
    ZonedDateTime zoned = null;
    Duration duration = null;
    Period period = null;
    Year year = null;
    YearMonth yearMonth = null;
    MonthDay monthDay = null;
    Month month = null;
    DayOfWeek day = null;
    ZoneId zone = null;
    ZoneOffset zoneOffset = null;
    MemberCursor members = TIMES_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> instant = members.isNull() ? null : Times.readInstant(in);
        case 1 -> date = members.isNull() ? null : Dates.readLocalDate(in);
        case 2 -> time = members.isNull() ? null : Times.readLocalTime(in);
        case 3 -> dateTime = members.isNull() ? null : Times.readLocalDateTime(in);
        case 4 -> offset = members.isNull() ? null : Times.readOffsetDateTime(in);
        case 5 -> offsetTime = members.isNull() ? null : Times.readOffsetTime(in);
        case 6 -> zoned = members.isNull() ? null : Times.readZonedDateTime(in);
        case 7 -> duration = members.isNull() ? null : Amounts.readDuration(in);
        case 8 -> period = members.isNull() ? null : Amounts.readPeriod(in);
        case 9 -> year = members.isNull() ? null : Dates.readYear(in);
        case 10 -> yearMonth = members.isNull() ? null : Dates.readYearMonth(in);
        case 11 -> monthDay = members.isNull() ? null : Dates.readMonthDay(in);
        case 12 -> month = members.isNull() ? null : Dates.readMonth(in);
        case 13 -> day = members.isNull() ? null : Dates.readDayOfWeek(in);
        case 14 -> zone = members.isNull() ? null : Zones.readZoneId(in);
        case 15 -> zoneOffset = members.isNull() ? null : Zones.readZoneOffset(in);
        default -> members.skip();
      }
    }
    return new Standard.Times(instant, date, time, dateTime, offset, offsetTime, zoned, duration,
        period, year, yearMonth, monthDay, month, day, zone, zoneOffset);
  }

  static void writeValues(JsonGenerator out, Standard.Values value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(BIG_FIELD);
    writeNullableBigInteger(out, value.big());
    out.writeFieldName(DECIMAL_FIELD);
    writeNullableBigDecimal(out, value.decimal());
    out.writeFieldName(UUID_FIELD);
    writeNullableUUID(out, value.uuid());
    out.writeFieldName(URI_FIELD);
    writeNullableURI(out, value.uri());
    out.writeFieldName(LOCALE_FIELD);
    writeNullableLocale(out, value.locale());
    out.writeFieldName(CURRENCY_FIELD);
    writeNullableCurrency(out, value.currency());
    out.writeFieldName(MAYBE_INT_FIELD);
    OptionalNumbers.writeInt(out, value.maybeInt());
    out.writeFieldName(MAYBE_LONG_FIELD);
    OptionalNumbers.writeLong(out, value.maybeLong());
    out.writeFieldName(MAYBE_DOUBLE_FIELD);
    OptionalNumbers.writeDouble(out, value.maybeDouble());
    out.writeEndObject();
  }

  static Standard.Values readValues(JsonParser in) throws IOException {
    BigInteger big = null;
    BigDecimal decimal = null;
    UUID uuid = null;
    URI uri = null;
    Locale locale = null;
    Currency currency = null;
    OptionalInt maybeInt = OptionalInt.empty();
    OptionalLong maybeLong = OptionalLong.empty();
    OptionalDouble maybeDouble = OptionalDouble.empty();
    MemberCursor members = VALUES_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> big = members.isNull() ? null : BigNumbers.readBigInteger(in);
        case 1 -> decimal = members.isNull() ? null : BigNumbers.readBigDecimal(in);
        case 2 -> uuid = members.isNull() ? null : Identifiers.readUuid(in);
        case 3 -> uri = members.isNull() ? null : Identifiers.readUri(in);
        case 4 -> locale = members.isNull() ? null : Identifiers.readLocale(in);
        case 5 -> currency = members.isNull() ? null : Identifiers.readCurrency(in);
        case 6 -> maybeInt = OptionalNumbers.readInt(in);
        case 7 -> maybeLong = OptionalNumbers.readLong(in);
        case 8 -> maybeDouble = OptionalNumbers.readDouble(in);
        default -> members.skip();
      }
    }
    return new Standard.Values(big, decimal, uuid, uri, locale, currency, maybeInt, maybeLong,
        maybeDouble);
  }

  static void writeCollections(JsonGenerator out, Standard.Collections value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(COLLECTION_FIELD);
    writeNullableCollectionOfString(out, value.collection());
    out.writeFieldName(SORTED_FIELD);
    writeNullableSortedSetOfInstant(out, value.sorted());
    out.writeFieldName(NAVIGABLE_FIELD);
    writeNullableNavigableSetOfLevel(out, value.navigable());
    out.writeFieldName(QUEUE_FIELD);
    writeNullableQueueOfLong(out, value.queue());
    out.writeFieldName(DEQUE_FIELD);
    writeNullableDequeOfValues(out, value.deque());
    out.writeFieldName(MAYBES_FIELD);
    writeNullableListOfOptionalInt(out, value.maybes());
    out.writeEndObject();
  }

  static Standard.Collections readCollections(JsonParser in) throws IOException {
    Collection<String> collection = null;
    SortedSet<Instant> sorted = null;
    NavigableSet<Standard.Level> navigable = null;
    Queue<Long> queue = null;
    Deque<Standard.Values> deque = null;
    List<OptionalInt> maybes = null;
    MemberCursor members = COLLECTIONS_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> collection = members.isNull() ? null : Lists.read(in, Texts::readString);
        case 1 -> sorted = members.isNull() ? null : Sets.readSorted(in, Times::readInstant);
        case 2 -> navigable = members.isNull() ? null : Sets.readSorted(in, StandardMarshaller::readLevel);
        case 3 -> queue = members.isNull() ? null : Queues.read(in, Numbers::readLong);
        case 4 -> deque = members.isNull() ? null : Queues.read(in, StandardMarshaller::readValues);
        case 5 -> maybes = members.isNull() ? null : Lists.read(in, OptionalNumbers.INT);
        default -> members.skip();
      }
    }
    return new Standard.Collections(collection, sorted, navigable, queue, deque, maybes);
  }

  static void writeLevel(JsonGenerator out, Standard.Level value) throws IOException {
    out.writeString(value.name());
  }

  static Standard.Level readLevel(JsonParser in) throws IOException {
    return namedLevel(Texts.readString(in), in);
  }

  static Standard.Level readLevelKey(JsonParser in) throws IOException {
    return namedLevel(in.currentName(), in);
  }

  private static String nameOfLevel(Standard.Level value) {
    return value.name();
  }

  private static Standard.Level namedLevel(String name, JsonParser in) throws
      JsonMismatchException {
    return switch (name) {
      case "LOW" -> Standard.Level.LOW;
      case "HIGH" -> Standard.Level.HIGH;
      default -> throw JsonMismatchException.expected("one of LOW, HIGH", in);
    };
  }

  static void writeMaps(JsonGenerator out, Standard.Maps value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(BY_LEVEL_FIELD);
    writeNullableMapOfLevelToInteger(out, value.byLevel());
    out.writeFieldName(BY_INTEGER_FIELD);
    writeNullableMapOfIntegerToLevel(out, value.byInteger());
    out.writeFieldName(BY_LONG_FIELD);
    writeNullableMapOfLongToListOfLevel(out, value.byLong());
    out.writeFieldName(BY_UUID_FIELD);
    writeNullableMapOfUUIDToMapOfShortToByte(out, value.byUuid());
    out.writeFieldName(SORTED_FIELD);
    writeNullableSortedMapOfDuration(out, value.sorted());
    out.writeFieldName(NAVIGABLE_FIELD);
    writeNullableNavigableMapOfLevelToListOfMapOfByteToBoolean(out, value.navigable());
    out.writeEndObject();
  }

  static Standard.Maps readMaps(JsonParser in) throws IOException {
    Map<Standard.Level, Integer> byLevel = null;
    Map<Integer, Standard.Level> byInteger = null;
    Map<Long, List<Standard.Level>> byLong = null;
    Map<UUID, Map<Short, Byte>> byUuid = null;
    SortedMap<String, Duration> sorted = null;
    NavigableMap<Standard.Level, List<Map<Byte, Boolean>>> navigable = null;
    MemberCursor members = MAPS_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> byLevel = members.isNull() ? null : Maps.read(in, StandardMarshaller::readLevelKey, Numbers::readInt);
        case 1 -> byInteger = members.isNull() ? null : Maps.read(in, MapKeys::readInt, StandardMarshaller::readLevel);
        case 2 -> byLong = members.isNull() ? null : Maps.read(in, MapKeys::readLong, StandardMarshaller::readListOfLevel);
        case 3 -> byUuid = members.isNull() ? null : Maps.read(in, MapKeys::readUuid, StandardMarshaller::readMapOfShortToByte);
        case 4 -> sorted = members.isNull() ? null : Maps.readSorted(in, MapKeys::readString, Amounts::readDuration);
        case 5 -> navigable = members.isNull() ? null : Maps.readSorted(in, StandardMarshaller::readLevelKey, StandardMarshaller::readListOfMapOfByteToBoolean);
        default -> members.skip();
      }
    }
    return new Standard.Maps(byLevel, byInteger, byLong, byUuid, sorted, navigable);
  }

  private static void writeNullableTimes(JsonGenerator out, Standard.Times value) throws
      IOException {
    Nullables.write(out, value, StandardMarshaller::writeTimes);
  }

  private static Standard.Times readNullableTimes(JsonParser in) throws IOException {
    return Nullables.read(in, StandardMarshaller::readTimes);
  }

  private static void writeNullableValues(JsonGenerator out, Standard.Values value) throws
      IOException {
    Nullables.write(out, value, StandardMarshaller::writeValues);
  }

  private static Standard.Values readNullableValues(JsonParser in) throws IOException {
    return Nullables.read(in, StandardMarshaller::readValues);
  }

  private static void writeNullableCollections(JsonGenerator out, Standard.Collections value)
      throws IOException {
    Nullables.write(out, value, StandardMarshaller::writeCollections);
  }

  private static Standard.Collections readNullableCollections(JsonParser in) throws
      IOException {
    return Nullables.read(in, StandardMarshaller::readCollections);
  }

  private static void writeNullableMaps(JsonGenerator out, Standard.Maps value) throws
      IOException {
    Nullables.write(out, value, StandardMarshaller::writeMaps);
  }

  private static Standard.Maps readNullableMaps(JsonParser in) throws IOException {
    return Nullables.read(in, StandardMarshaller::readMaps);
  }

  private static void writeNullableInstant(JsonGenerator out, Instant value) throws
      IOException {
    Nullables.write(out, value, Times::writeInstant);
  }

  private static void writeNullableSortedMapOfIntegerToString(JsonGenerator out,
      SortedMap<Integer, String> value) throws IOException {
    Nullables.write(out, value, StandardMarshaller::writeSortedMapOfIntegerToString);
  }

  private static void writeNullableLocalDate(JsonGenerator out, LocalDate value) throws
      IOException {
    Nullables.write(out, value, Dates::writeLocalDate);
  }

  private static void writeNullableLocalTime(JsonGenerator out, LocalTime value) throws
      IOException {
    Nullables.write(out, value, Times::writeLocalTime);
  }

  private static void writeNullableLocalDateTime(JsonGenerator out, LocalDateTime value)
      throws IOException {
    Nullables.write(out, value, Times::writeLocalDateTime);
  }

  private static void writeNullableOffsetDateTime(JsonGenerator out, OffsetDateTime value)
      throws IOException {
    Nullables.write(out, value, Times::writeOffsetDateTime);
  }

  private static void writeNullableOffsetTime(JsonGenerator out, OffsetTime value) throws
      IOException {
    Nullables.write(out, value, Times::writeOffsetTime);
  }

  private static void writeNullableZonedDateTime(JsonGenerator out, ZonedDateTime value)
      throws IOException {
    Nullables.write(out, value, Times::writeZonedDateTime);
  }

  private static void writeNullableDuration(JsonGenerator out, Duration value) throws
      IOException {
    Nullables.write(out, value, Amounts::writeDuration);
  }

  private static void writeNullablePeriod(JsonGenerator out, Period value) throws
      IOException {
    Nullables.write(out, value, Amounts::writePeriod);
  }

  private static void writeNullableYear(JsonGenerator out, Year value) throws IOException {
    Nullables.write(out, value, Dates::writeYear);
  }

  private static void writeNullableYearMonth(JsonGenerator out, YearMonth value) throws
      IOException {
    Nullables.write(out, value, Dates::writeYearMonth);
  }

  private static void writeNullableMonthDay(JsonGenerator out, MonthDay value) throws
      IOException {
    Nullables.write(out, value, Dates::writeMonthDay);
  }

  private static void writeNullableMonth(JsonGenerator out, Month value) throws
      IOException {
    Nullables.write(out, value, Dates::writeMonth);
  }

  private static void writeNullableDayOfWeek(JsonGenerator out, DayOfWeek value) throws
      IOException {
    Nullables.write(out, value, Dates::writeDayOfWeek);
  }

  private static void writeNullableZoneId(JsonGenerator out, ZoneId value) throws
      IOException {
    Nullables.write(out, value, Zones::writeZoneId);
  }

  private static void writeNullableZoneOffset(JsonGenerator out, ZoneOffset value) throws
      IOException {
    Nullables.write(out, value, Zones::writeZoneOffset);
  }

  private static void writeNullableBigInteger(JsonGenerator out, BigInteger value) throws
      IOException {
    Nullables.write(out, value, BigNumbers::writeBigInteger);
  }

  private static void writeNullableBigDecimal(JsonGenerator out, BigDecimal value) throws
      IOException {
    Nullables.write(out, value, BigNumbers::writeBigDecimal);
  }

  private static void writeNullableUUID(JsonGenerator out, UUID value) throws IOException {
    Nullables.write(out, value, Identifiers::writeUuid);
  }

  private static void writeNullableURI(JsonGenerator out, URI value) throws IOException {
    Nullables.write(out, value, Identifiers::writeUri);
  }

  private static void writeNullableLocale(JsonGenerator out, Locale value) throws
      IOException {
    Nullables.write(out, value, Identifiers::writeLocale);
  }

  private static void writeNullableCurrency(JsonGenerator out, Currency value) throws
      IOException {
    Nullables.write(out, value, Identifiers::writeCurrency);
  }

  private static void writeNullableCollectionOfString(JsonGenerator out,
      Collection<String> value) throws IOException {
    Nullables.write(out, value, StandardMarshaller::writeCollectionOfString);
  }

  private static void writeNullableSortedSetOfInstant(JsonGenerator out,
      SortedSet<Instant> value) throws IOException {
    Nullables.write(out, value, StandardMarshaller::writeSortedSetOfInstant);
  }

  private static void writeNullableNavigableSetOfLevel(JsonGenerator out,
      NavigableSet<Standard.Level> value) throws IOException {
    Nullables.write(out, value, StandardMarshaller::writeNavigableSetOfLevel);
  }

  private static void writeNullableQueueOfLong(JsonGenerator out, Queue<Long> value) throws
      IOException {
    Nullables.write(out, value, StandardMarshaller::writeQueueOfLong);
  }

  private static void writeNullableDequeOfValues(JsonGenerator out,
      Deque<Standard.Values> value) throws IOException {
    Nullables.write(out, value, StandardMarshaller::writeDequeOfValues);
  }

  private static void writeNullableListOfOptionalInt(JsonGenerator out,
      List<OptionalInt> value) throws IOException {
    Nullables.write(out, value, StandardMarshaller::writeListOfOptionalInt);
  }

  private static void writeNullableMapOfLevelToInteger(JsonGenerator out,
      Map<Standard.Level, Integer> value) throws IOException {
    Nullables.write(out, value, StandardMarshaller::writeMapOfLevelToInteger);
  }

  private static void writeNullableMapOfIntegerToLevel(JsonGenerator out,
      Map<Integer, Standard.Level> value) throws IOException {
    Nullables.write(out, value, StandardMarshaller::writeMapOfIntegerToLevel);
  }

  private static void writeNullableMapOfLongToListOfLevel(JsonGenerator out,
      Map<Long, List<Standard.Level>> value) throws IOException {
    Nullables.write(out, value, StandardMarshaller::writeMapOfLongToListOfLevel);
  }

  private static void writeNullableMapOfUUIDToMapOfShortToByte(JsonGenerator out,
      Map<UUID, Map<Short, Byte>> value) throws IOException {
    Nullables.write(out, value, StandardMarshaller::writeMapOfUUIDToMapOfShortToByte);
  }

  private static void writeNullableSortedMapOfDuration(JsonGenerator out,
      SortedMap<String, Duration> value) throws IOException {
    Nullables.write(out, value, StandardMarshaller::writeSortedMapOfDuration);
  }

  private static void writeNullableNavigableMapOfLevelToListOfMapOfByteToBoolean(
      JsonGenerator out,
      NavigableMap<Standard.Level, List<Map<Byte, Boolean>>> value) throws
      IOException {
    Nullables.write(out, value, StandardMarshaller::writeNavigableMapOfLevelToListOfMapOfByteToBoolean);
  }

  private static List<Standard.Level> readListOfLevel(JsonParser in) throws
      IOException {
    return Lists.read(in, StandardMarshaller::readLevel);
  }

  private static Map<Short, Byte> readMapOfShortToByte(JsonParser in) throws
      IOException {
    return Maps.read(in, MapKeys::readShort, Numbers::readByte);
  }

  private static List<Map<Byte, Boolean>> readListOfMapOfByteToBoolean(JsonParser in)
      throws IOException {
    return Lists.read(in, StandardMarshaller::readMapOfByteToBoolean);
  }

  private static void writeSortedMapOfIntegerToString(JsonGenerator out,
      SortedMap<Integer, String> value) throws IOException {
    Maps.write(out, value, String::valueOf, JsonGenerator::writeString);
  }

  private static void writeCollectionOfString(JsonGenerator out, Collection<String> value)
      throws IOException {
    Lists.write(out, value, JsonGenerator::writeString);
  }

  private static void writeSortedSetOfInstant(JsonGenerator out, SortedSet<Instant> value)
      throws IOException {
    Sets.write(out, value, Times::writeInstant);
  }

  private static void writeNavigableSetOfLevel(JsonGenerator out,
      NavigableSet<Standard.Level> value) throws IOException {
    Sets.write(out, value, StandardMarshaller::writeLevel);
  }

  private static void writeQueueOfLong(JsonGenerator out, Queue<Long> value) throws
      IOException {
    Lists.write(out, value, JsonGenerator::writeNumber);
  }

  private static void writeDequeOfValues(JsonGenerator out, Deque<Standard.Values> value)
      throws IOException {
    Lists.write(out, value, StandardMarshaller::writeValues);
  }

  private static void writeListOfOptionalInt(JsonGenerator out, List<OptionalInt> value)
      throws IOException {
    Lists.write(out, value, OptionalNumbers::writeInt);
  }

  private static void writeMapOfLevelToInteger(JsonGenerator out,
      Map<Standard.Level, Integer> value) throws IOException {
    Maps.write(out, value, StandardMarshaller::nameOfLevel, JsonGenerator::writeNumber);
  }

  private static void writeMapOfIntegerToLevel(JsonGenerator out,
      Map<Integer, Standard.Level> value) throws IOException {
    Maps.write(out, value, String::valueOf, StandardMarshaller::writeLevel);
  }

  private static void writeMapOfLongToListOfLevel(JsonGenerator out,
      Map<Long, List<Standard.Level>> value) throws IOException {
    Maps.write(out, value, String::valueOf, StandardMarshaller::writeListOfLevel);
  }

  private static void writeMapOfUUIDToMapOfShortToByte(JsonGenerator out,
      Map<UUID, Map<Short, Byte>> value) throws IOException {
    Maps.write(out, value, String::valueOf, StandardMarshaller::writeMapOfShortToByte);
  }

  private static void writeSortedMapOfDuration(JsonGenerator out,
      SortedMap<String, Duration> value) throws IOException {
    Maps.write(out, value, Amounts::writeDuration);
  }

  private static void writeNavigableMapOfLevelToListOfMapOfByteToBoolean(JsonGenerator out,
      NavigableMap<Standard.Level, List<Map<Byte, Boolean>>> value) throws
      IOException {
    Maps.write(out, value, StandardMarshaller::nameOfLevel, StandardMarshaller::writeListOfMapOfByteToBoolean);
  }

  private static Map<Byte, Boolean> readMapOfByteToBoolean(JsonParser in) throws
      IOException {
    return Maps.read(in, MapKeys::readByte, Numbers::readBoolean);
  }

  private static void writeListOfLevel(JsonGenerator out, List<Standard.Level> value)
      throws IOException {
    Lists.write(out, value, StandardMarshaller::writeLevel);
  }

  private static void writeMapOfShortToByte(JsonGenerator out, Map<Short, Byte> value)
      throws IOException {
    Maps.write(out, value, String::valueOf, JsonGenerator::writeNumber);
  }

  private static void writeListOfMapOfByteToBoolean(JsonGenerator out,
      List<Map<Byte, Boolean>> value) throws IOException {
    Lists.write(out, value, StandardMarshaller::writeMapOfByteToBoolean);
  }

  private static void writeMapOfByteToBoolean(JsonGenerator out,
      Map<Byte, Boolean> value) throws IOException {
    Maps.write(out, value, String::valueOf, JsonGenerator::writeBoolean);
  }
}
