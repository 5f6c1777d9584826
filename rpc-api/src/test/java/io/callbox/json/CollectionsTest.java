package io.callbox.json;

import static io.callbox.json.RoundTrip.read;
import static io.callbox.json.RoundTrip.refusal;
import static io.callbox.json.RoundTrip.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CollectionsTest {

  private static List<Integer> ints(JsonParser in) throws IOException {
    return Lists.read(in, Numbers::readInt);
  }

  private static void writeInts(JsonGenerator out, List<Integer> values) throws IOException {
    Lists.write(out, values, JsonGenerator::writeNumber);
  }

  @Test
  void listsKeepOrderAndNulls() throws IOException {
    assertEquals(Arrays.asList(3, null, 1), read("[3,null,1]", CollectionsTest::ints));
    assertEquals("[3,null,1]", write(Arrays.asList(3, null, 1), CollectionsTest::writeInts));
  }

  @Test
  void anEmptyListIsAnEmptyArray() throws IOException {
    assertEquals(List.of(), read("[ ]", CollectionsTest::ints));
    assertEquals("[]", write(List.of(), CollectionsTest::writeInts));
  }

  @Test
  void aSingleValueIsNoList() {
    assertEquals("must be an array, got 7", refusal("7", CollectionsTest::ints));
    assertEquals("must be an array, got an object", refusal("{}", CollectionsTest::ints));
  }

  @Test
  void aBadElementIsNamedByItsPlace() {
    assertEquals(
        "[1][0] must be an int, got \"x\"",
        refusal("[[1],[\"x\"]]", in -> Lists.read(in, CollectionsTest::ints)));
  }

  @Test
  void setsKeepTheFirstOfEqualElements() throws IOException {
    Set<String> set = read("[\"b\",\"a\",\"b\"]", in -> Sets.read(in, Texts::readString));
    assertEquals("[\"b\",\"a\"]", write(set, (out, v) -> Sets.write(out, v, Texts::writeString)));
  }

  @Test
  void mapsKeepOrderAndNullValues() throws IOException {
    Map<String, List<Integer>> map =
        read("{\"b\":[1],\"a\":null}", in -> Maps.read(in, CollectionsTest::ints));
    assertEquals(
        "{\"b\":[1],\"a\":null}",
        write(map, (out, v) -> Maps.write(out, v, CollectionsTest::writeInts)));
  }

  @Test
  void theLastOfEqualNamesWins() throws IOException {
    assertEquals(Map.of("a", 2), read("{\"a\":1,\"a\":2}", in -> Maps.read(in, Numbers::readInt)));
  }

  @Test
  void aBadMapValueIsNamedByItsKey() {
    assertEquals(
        "a[0] must be an int, got true",
        refusal("{\"a\":[true]}", in -> Maps.read(in, CollectionsTest::ints)));
    assertEquals(
        "must be an object, got an array",
        refusal("[]", in -> Maps.read(in, CollectionsTest::ints)));
  }

  @Test
  void aMapWithANullKeyIsNotWritten() {
    Map<String, Integer> map = Collections.singletonMap(null, 1);
    assertThrows(
        JsonGenerationException.class,
        () -> write(map, (out, v) -> Maps.write(out, v, JsonGenerator::writeNumber)));
  }

  @Test
  void anEmptyOptionalIsNull() throws IOException {
    ValueReader<Optional<String>> reader = Optionals.reader(Texts::readString);
    assertEquals(Optional.empty(), read("null", reader));
    assertEquals(Optional.of("x"), read("\"x\"", reader));
    assertEquals(
        "null",
        write(Optional.<String>empty(), (out, v) -> Optionals.write(out, v, Texts::writeString)));
  }

  @Test
  void nullWithinACollectionOfOptionalsIsEmpty() throws IOException {
    assertEquals(
        List.of(Optional.empty(), Optional.of("x")),
        read("[null,\"x\"]", in -> Lists.read(in, Optionals.reader(Texts::readString))));
  }
}
