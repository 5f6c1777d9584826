package io.callbox.contract.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.contract.model.OpenRpc;
import io.callbox.contract.model.ServiceContract;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large documents are compared with little work, or not at all. */
final class EffortTest {

  private static final String TEXT = "\"U\":{\"type\":\"string\"}";

  @Test
  void typesThatAreTheSameTakeNoEffort() {
    ServiceContract older = service(500, members("m", 2_000), "integer");
    ServiceContract newer = service(500, members("m", 2_000), "string");
    Comparison comparison = Comparison.of(older, newer, new Effort(20_000)).orElseThrow();
    assertEquals(Verdict.NEVER, comparison.verdict(), "the parameters differ");
    assertEquals(500, comparison.differences().size());
  }

  @Test
  void typeThatHoldsOneThatDiffersIsCompared() {
    ServiceContract older = service(1, "", "string", "\"U\":{\"type\":\"boolean\"}");
    ServiceContract newer = service(1, "", "string", TEXT);
    assertEquals(Verdict.NEVER, Comparison.of(older, newer).verdict());
  }

  @Test
  void typeOfManyMembersThatManyMethodsUseIsNotCompared() {
    ServiceContract ours = service(40, members("o", 10), "string");
    ServiceContract theirs = service(40, members("m", 15_000), "string");
    assertEquals(Optional.empty(), Comparison.of(theirs, ours, new Effort(500_000)));
    Map<String, Verdict> verdicts = Comparison.ofMethods(ours, theirs, new Effort(500_000));
    assertTrue(verdicts.size() < 40, verdicts::toString);
  }

  @Test
  void constantsTakeEffortThoughTheyAreKnown() {
    ServiceContract ours = service(40, "", "string", choice("A", "B"));
    String[] repeated = Collections.nCopies(15_000, "B").toArray(String[]::new);
    ServiceContract theirs = service(40, "", "string", choice(repeated));
    assertEquals(Optional.empty(), Comparison.of(theirs, ours, new Effort(500_000)));
    assertEquals(Optional.empty(), Comparison.of(ours, theirs, new Effort(500_000)));
  }

  private static String choice(String... constants) {
    return "\"U\":{\"enum\":[\"" + String.join("\",\"", constants) + "\"]}";
  }

  @Test
  void eachMethodHasAVerdictOfItsOwn() {
    ServiceContract older = service(2, members("m", 3), "string");
    ServiceContract newer = service(2, members("m", 4), "string");
    assertEquals(
        Map.of("get0", Verdict.EITHER, "get1", Verdict.EITHER),
        Comparison.ofMethods(older, newer, new Effort(1_000)));
  }

  @Test
  void messageListsFiftyOfManyNames() {
    ServiceContract ours = service(1, members("o", 3), "string");
    ServiceContract theirs = service(1, members("o", 3), "string", "\"T\":{\"type\":\"string\"}");
    assertTrue(sentences(ours, theirs).contains("an object of u, o0, o1, o2 "));
    ServiceContract many = service(1, members("m", 15_000), "string");
    assertTrue(sentences(many, theirs).contains("m48, 14951 others"));
  }

  private static String sentences(ServiceContract older, ServiceContract newer) {
    return Comparison.of(older, newer).differences().toString();
  }

  private static String members(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(each -> "\"%s%d\":{\"type\":\"string\"}".formatted(prefix, each))
        .collect(Collectors.joining(","));
  }

  private static ServiceContract service(int methods, String members, String parameter) {
    return service(methods, members, parameter, TEXT);
  }

  /** Methods that take a value and return the type T; the last of the types counts. */
  private static ServiceContract service(
      int methods, String members, String parameter, String type) {
    String all =
        IntStream.range(0, methods)
            .mapToObj(
                each ->
                    """
                    {"name":"Shop.get%d","params":[{"name":"x","schema":{"type":"%s"}}],
                     "result":{"name":"result","schema":{"$ref":"#/components/schemas/T"}}}"""
                        .formatted(each, parameter))
            .collect(Collectors.joining(","));
    String rest = members.isEmpty() ? "" : ',' + members;
    String first =
        type.startsWith("\"T\"")
            ? ""
            : "\"T\":{\"type\":\"object\",\"properties\":{\"u\":{\"$ref\":\"#/components/schemas/U\"}%s}},"
                .formatted(rest);
    return OpenRpc.read(
            "{\"openrpc\":\"1.3.2\",\"info\":{\"title\":\"Shop\",\"version\":\"1\"},\"methods\":["
                + all
                + "],\"components\":{\"schemas\":{"
                + first
                + type
                + "}}}")
        .get(0);
  }
}
