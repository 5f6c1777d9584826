package io.callbox.json;

import static io.callbox.json.RoundTrip.read;
import static io.callbox.json.RoundTrip.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members, parameters, and where in them an error message says it is. */
final class PathTest {

  private static final Members PARAMS = Members.of("order", "limit");
  private static final Members ORDER = Members.of("id", "lines");
  private static final Members LINE = Members.of("quantity");

  private record Placed(List<Integer> quantities, int limit) {}

  /** What generated code does for {@code place(Order order, int limit)}. */
  private static Placed params(JsonParser in) throws IOException {
    List<Integer> quantities = List.of();
    int limit = 0;
    MemberCursor members = PARAMS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> quantities = order(in);
        case 1 -> limit = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(1);
    return new Placed(quantities, limit);
  }

  private static List<Integer> order(JsonParser in) throws IOException {
    List<Integer> quantities = new ArrayList<>();
    MemberCursor members = ORDER.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 1 -> quantities = Lists.read(in, PathTest::line);
        default -> members.skip();
      }
    }
    return quantities;
  }

  private static Integer line(JsonParser in) throws IOException {
    int quantity = 0;
    MemberCursor members = LINE.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> quantity = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return quantity;
  }

  /** What a server does: marks the envelope, in which the parameters are a member. */
  private static Placed marked(JsonParser in) throws IOException {
    JsonPath.mark(in);
    return unmarked(in);
  }

  private static Placed unmarked(JsonParser in) throws IOException {
    in.nextFieldName();
    in.nextToken();
    Placed placed = params(in);
    in.nextToken();
    return placed;
  }

  @Test
  void parametersComeByNameOrByPosition() throws IOException {
    Placed placed = new Placed(List.of(3), 7);
    String order = "{\"lines\":[{\"quantity\":3}]}";
    assertEquals(placed, read("{\"order\":" + order + ",\"limit\":7}", PathTest::params));
    assertEquals(placed, read("{\"limit\":7,\"order\":" + order + "}", PathTest::params));
    assertEquals(placed, read("[" + order + ",7]", PathTest::params));
  }

  @Test
  void unknownMembersArePassedOver() throws IOException {
    String json = "{\"x\":{\"order\":[{}]},\"limit\":7,\"y\":[[1],{}],\"order\":{\"z\":null}}";
    assertEquals(new Placed(List.of(), 7), read(json, PathTest::params));
  }

  @Test
  void membersAreFoundFromWhereverTheSearchStarts() {
    Members members = Members.of("a", "b", "c");
    for (int start = 0; start <= 3; start++) {
      assertEquals(0, members.indexOf("a", start));
      assertEquals(2, members.indexOf("c", start));
      assertEquals(Members.UNKNOWN, members.indexOf("d", start));
    }
    assertEquals(Members.UNKNOWN, Members.of().indexOf("a", 0));
  }

  @Test
  void aPathLeadsThroughMembersAndPlaces() {
    String lines = "[{\"quantity\":1},{\"quantity\":2},{\"quantity\":3},{\"quantity\":\"x\"}]";
    String message = "order.lines[3].quantity must be an int, got \"x\"";
    assertEquals(message, refusal("{\"order\":{\"lines\":" + lines + "}}", PathTest::params));
    assertEquals(message, refusal("[{\"lines\":" + lines + "},1]", PathTest::params));
  }

  @Test
  void aLongKeyOfAMapIsCut() {
    String key = "k".repeat(10_000);
    String told = refusal("{\"" + key + "\":\"x\"}", in -> Maps.read(in, Numbers::readInt));
    assertEquals("k".repeat(200) + "… must be an int, got \"x\"", told);
  }

  @Test
  void aMissingMemberIsNamedByItsPath() {
    assertEquals("limit is missing", refusal("{\"order\":{}}", PathTest::params));
    assertEquals("limit is missing", refusal("[{}]", PathTest::params));
    assertEquals("order is missing", refusal("{\"order\":null,\"limit\":1}", PathTest::limitOnly));
    assertEquals(
        "order.lines[1].quantity is missing",
        refusal("[{\"lines\":[{\"quantity\":1},{}]},1]", PathTest::params));
  }

  private static int limitOnly(JsonParser in) throws IOException {
    MemberCursor members = PARAMS.openParams(in);
    while (members.next()) {
      members.skip();
    }
    members.require(0);
    return 0;
  }

  @Test
  void aWrongKindOfValueIsNamedByItsPath() {
    assertEquals("order must be an object, got 1", refusal("{\"order\":1}", PathTest::params));
    assertEquals("order must be an object, got an array", refusal("[[]]", PathTest::params));
    assertEquals(
        "order.lines must be an array, got an object",
        refusal("[{\"lines\":{}}]", PathTest::params));
    assertEquals(
        "order.lines[0] must be an object, got \"x\"",
        refusal("[{\"lines\":[\"x\"]}]", PathTest::params));
    assertEquals("must be an object, got \"x\"", refusal("\"x\"", PathTest::params));
  }

  @Test
  void oneParameterTooManyIsRefused() {
    assertEquals("[2] is one too many: there are 2", refusal("[{},1,2]", PathTest::params));
    assertEquals("[2] is one too many: there are 2", refusal("[{},1,{}]", PathTest::params));
  }

  @Test
  void aPathStartsBelowTheMarkedObject() {
    String order = "{\"lines\":[{\"quantity\":true}]}";
    String byName = "{\"params\":{\"order\":" + order + "}}";
    String byPosition = "{\"params\":[" + order + "]}";
    String message = "order.lines[0].quantity must be an int, got true";
    assertEquals(message, refusal(byName, PathTest::marked));
    assertEquals(message, refusal(byPosition, PathTest::marked));
    assertEquals("params." + message, refusal(byName, PathTest::unmarked));
    assertEquals("params." + message, refusal(byPosition, PathTest::unmarked));
    assertEquals("limit is missing", refusal("{\"params\":[{}]}", PathTest::marked));
    assertEquals("must be an object, got 7", refusal("{\"params\":7}", PathTest::marked));
  }

  @Test
  void theLongestExcerptIsFortyCharacters() {
    String text = "x".repeat(100);
    assertEquals(
        "must be an int, got \"" + "x".repeat(40) + "…\"",
        refusal('"' + text + '"', Numbers::readInt));
  }

  @Test
  void sixtyFourMembersCanBeRequired() throws IOException {
    String[] names = new String[64];
    StringBuilder json = new StringBuilder("{");
    for (int index = 0; index < names.length; index++) {
      names[index] = "m" + index;
      json.append(index == 0 ? "" : ",").append("\"m").append(index).append("\":1");
    }
    Members members = Members.of(names);
    assertEquals("", read(json + "}", in -> requireLast(members, in)));
    assertEquals("m63 is missing", refusal("{\"m0\":1}", in -> requireLast(members, in)));
  }

  private static String requireLast(Members members, JsonParser in) throws IOException {
    MemberCursor cursor = members.open(in);
    while (cursor.next()) {
      cursor.skip();
    }
    cursor.require(63);
    return "";
  }
}
