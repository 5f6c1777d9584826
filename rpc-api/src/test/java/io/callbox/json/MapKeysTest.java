package io.callbox.json;

import static io.callbox.json.RoundTrip.read;
import static io.callbox.json.RoundTrip.refusal;
import static io.callbox.json.RoundTrip.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class MapKeysTest {

  private static final EnumNames<Month> MONTHS = EnumNames.of(Month.values());

  @Test
  void sortedMapsAreSortedByTheirKeysNotByTheirNames() throws IOException {
    SortedMap<Integer, Boolean> map =
        read(
            "{\"10\":true,\"9\":false}",
            in -> Maps.readSorted(in, MapKeys::readInt, Numbers::readBoolean));
    assertEquals(
        "{\"9\":false,\"10\":true}",
        write(
            map,
            (out, v) -> Maps.write(out, v, String::valueOf, (o, value) -> o.writeBoolean(value))));
  }

  @Test
  void enumKeysAreNames() throws IOException {
    assertEquals(
        Map.of(Month.MAY, 5), read("{\"MAY\":5}", in -> Maps.read(in, MONTHS, Numbers::readInt)));
    assertEquals(
        "May must be one of JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER,"
            + " OCTOBER, NOVEMBER, DECEMBER, got May",
        refusal("{\"May\":5}", in -> Maps.read(in, MONTHS, Numbers::readInt)));
  }

  @Test
  void aKeyOutOfRangeIsRefused() {
    assertEquals(
        "128 must be named by a byte, got 128",
        refusal("{\"1\":1,\"128\":1}", in -> Maps.read(in, MapKeys::readByte, Numbers::readInt)));
    assertEquals(
        "7.0 must be named by a long, got 7.0",
        refusal("{\"7.0\":1}", in -> Maps.read(in, MapKeys::readLong, Numbers::readInt)));
    assertEquals(
        "x must be named by a UUID, got x",
        refusal("{\"x\":1}", in -> Maps.read(in, MapKeys::readUuid, Numbers::readInt)));
    assertEquals(
        "[0].x must be named by a short, got x",
        refusal(
            "[{\"x\":1}]",
            in -> Lists.read(in, i -> Maps.read(i, MapKeys::readShort, Numbers::readInt))));
  }

  @Test
  void sortedSetsAreSorted() throws IOException {
    SortedSet<String> set = read("[\"b\",\"a\"]", in -> Sets.readSorted(in, Texts::readString));
    assertEquals(new TreeSet<>(List.of("a", "b")), set);
    assertEquals("[\"a\",\"b\"]", write(set, (out, v) -> Sets.write(out, v, Texts::writeString)));
  }

  @Test
  void nullHasNoPlaceInASortedSet() {
    assertEquals(
        "[1] must not be null",
        refusal("[\"b\",null]", in -> Sets.readSorted(in, Texts::readString)));
  }

  @Test
  void nullWithinACollectionOfOptionalNumbersIsEmpty() throws IOException {
    assertEquals(
        List.of(OptionalInt.empty(), OptionalInt.of(7)),
        read("[null,7]", in -> Lists.read(in, OptionalNumbers.INT)));
    assertEquals(
        "[0] must be an int, got \"7\"",
        refusal("[\"7\"]", in -> Lists.read(in, OptionalNumbers.INT)));
  }
}
