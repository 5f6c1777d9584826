package io.callbox.contract.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.OpenRpc;
import io.callbox.contract.model.ServiceContract;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Comparisons end, whatever contains what, and in time. */
@Timeout(20)
final class RecursionTest {

  @Test
  void renameOfAMemberThatHoldsItsOwnTypeIsARename() {
    for (String schema :
        List.of(
            "{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/T\"}}",
            "{\"anyOf\":[{\"$ref\":\"#/components/schemas/T\"},{\"type\":\"null\"}]}")) {
      List<Difference> differences = compared(node("kids", schema), node("children", schema));
      assertEquals(1, differences.size(), differences::toString);
      assertEquals(Change.MEMBER_RENAMED, differences.get(0).change());
      assertEquals(Verdict.NEVER, differences.get(0).verdict());
    }
  }

  @Test
  void typeThatIsNothingButItselfIsComparedWithAnother() {
    String itself = "{\"anyOf\":[{\"$ref\":\"#/components/schemas/T\"},{\"type\":\"null\"}]}";
    assertFalse(
        compared(service("\"T\":" + itself), service("\"T\":{\"type\":\"string\"}")).isEmpty());
  }

  @Test
  void manyMembersThatAreAllRenamedAreComparedInTime() {
    List<Difference> differences = compared(chain("a"), chain("b"));
    assertEquals(8, differences.size(), "no member of the first type is like another");
  }

  @Test
  void boundOfAThousandMillionDigitsIsNone() {
    String schema = "\"T\":{\"type\":\"integer\",\"maximum\":1e999999999}";
    assertThrows(ContractFormatException.class, () -> service(schema));
  }

  @Test
  void choicesWithinChoicesAreReadOnce() {
    String nested = "{\"anyOf\":[".repeat(60) + "{\"type\":\"boolean\"}" + "]}".repeat(60);
    assertTrue(compared(service("\"T\":" + nested), service("\"T\":" + nested)).isEmpty());
  }

  @Test
  void typesThatAreNestedMoreDeeplyThanTheStackIsHighAreCompared() {
    String itself = link("T", "\"type\":\"boolean\"");
    String last = link("T5000", "\"type\":\"string\"");
    Comparison comparison = Comparison.of(service(links(5000) + last), service(itself));
    assertEquals(Verdict.NEVER, comparison.verdict(), "the last type differs");
  }

  @Test
  void typesThatAreRenamedAtEveryLevelAreCompared() {
    String itself = link("T", "\"type\":\"boolean\"");
    String other = (links(5000) + link("T5000", "\"type\":\"boolean\"")).replace("next", "then");
    assertEquals(
        Verdict.EITHER, Comparison.of(service(other), service(itself)).verdict(), "as before");
  }

  @Test
  void referencesThatLeadToNothingButReferencesEnd() {
    String optional =
        IntStream.range(0, 5000)
            .mapToObj(
                level ->
                    "\"%s\":{\"anyOf\":[{\"$ref\":\"#/components/schemas/T%d\"},{\"type\":\"null\"}]}"
                        .formatted(name(level), level + 1))
            .collect(Collectors.joining(","));
    List<Difference> differences =
        compared(service("\"T\":{\"type\":\"string\"}"), service(optional));
    assertTrue(differences.toString().contains("too deeply"), differences::toString);
  }

  @Test
  void typesThatWereTriedForARenameAreComparedWhereTheyAreUsed() {
    String older = pair("T", "in", "W", "c", "U") + pair("W", "n", "N", "a", "U");
    String newer = pair("T", "in", "X", "c", "V") + pair("X", "n", "N", "b", "V");
    String text = "\"U\":{\"type\":\"object\",\"properties\":{\"v\":{\"type\":\"string\"}}},";
    String truth = text.replace("string", "boolean").replace("\"U\"", "\"V\"");
    String same = "\"N\":{\"type\":\"integer\"}";
    List<Difference> differences =
        compared(service(older + text + same), service(newer + truth + same));
    assertTrue(
        differences.stream().anyMatch(each -> each.path().equals("U.v")), differences::toString);
  }

  @Test
  void thousandsOfMembersAndMethodsAreComparedInTime() {
    String theirs = members("m", 8000, "a");
    assertFalse(compared(service(theirs), service(members("o", 200, "b"))).isEmpty());
    assertFalse(compared(service(members("o", 200, "b")), service(theirs)).isEmpty());
    assertEquals(6200, compared(methods("m", 6000), methods("o", 200)).size());
  }

  private static ServiceContract methods(String prefix, int count) {
    return OpenRpc.read(
            IntStream.range(0, count)
                .mapToObj(
                    each ->
                        "{\"name\":\"Shop.%s%d\",\"params\":[{\"name\":\"x\",\"schema\":{\"type\":\"string\",\"x-type\":\"%s\"}}]}"
                            .formatted(prefix, each, prefix))
                .collect(
                    Collectors.joining(
                        ",",
                        "{\"openrpc\":\"1.3.2\",\"info\":{\"title\":\"Shop\"},\"methods\":[",
                        "]}")))
        .get(0);
  }

  private static String members(String prefix, int count, String type) {
    return IntStream.range(0, count)
        .mapToObj(
            each ->
                "\"%s%d\":{\"type\":\"string\",\"x-type\":\"%s%d\"}"
                    .formatted(prefix, each, type, each))
        .collect(Collectors.joining(",", "\"T\":{\"type\":\"object\",\"properties\":{", "}}"));
  }

  private static String links(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            level ->
                "\"%s\":{\"type\":\"object\",\"properties\":{\"next\":{\"$ref\":\"#/components/schemas/T%d\"}}},"
                    .formatted(name(level), level + 1))
        .collect(Collectors.joining());
  }

  /** A type of two members, each of a named type. */
  private static String pair(String name, String one, String first, String other, String second) {
    return "\"%s\":{\"type\":\"object\",\"properties\":{\"%s\":{\"$ref\":\"#/components/schemas/%s\"},\"%s\":{\"$ref\":\"#/components/schemas/%s\"}}},"
        .formatted(name, one, first, other, second);
  }

  /** A type that is linked to the first one, and has a value. */
  private static String link(String name, String value) {
    return "\"%s\":{\"type\":\"object\",\"properties\":{\"next\":{\"$ref\":\"#/components/schemas/T\"},\"v\":{%s}}}"
        .formatted(name, value);
  }

  private static List<Difference> compared(ServiceContract older, ServiceContract newer) {
    return Comparison.of(older, newer).differences();
  }

  private static ServiceContract node(String member, String schema) {
    return service(
        "\"T\":{\"type\":\"object\",\"properties\":{\"v\":{\"type\":\"boolean\"},\"%s\":%s},"
                .formatted(member, schema)
            + "\"required\":[\"v\",\"%s\"]}".formatted(member));
  }

  /** Twelve types, each with four members of the next one. */
  private static ServiceContract chain(String prefix) {
    return service(
        IntStream.range(0, 12)
            .mapToObj(level -> "\"%s\":%s".formatted(name(level), link(prefix, level)))
            .collect(Collectors.joining(",")));
  }

  private static String link(String prefix, int level) {
    String next =
        level == 11
            ? "{\"type\":\"boolean\"}"
            : "{\"$ref\":\"#/components/schemas/%s\"}".formatted(name(level + 1));
    return IntStream.range(0, 4)
        .mapToObj(member -> "\"%s%d\":%s".formatted(prefix, member, next))
        .collect(Collectors.joining(",", "{\"type\":\"object\",\"properties\":{", "}}"));
  }

  private static String name(int level) {
    return level == 0 ? "T" : "T" + level;
  }

  private static ServiceContract service(String types) {
    return OpenRpc.read(
            """
            {"openrpc":"1.3.2","info":{"title":"Shop","version":"1"},
             "methods":[{"name":"Shop.get","params":[],
                         "result":{"name":"result","schema":{"$ref":"#/components/schemas/T"}}}],
             "components":{"schemas":{%s}}}"""
                .formatted(types))
        .get(0);
  }
}
