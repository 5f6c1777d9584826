package io.callbox.contract.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.contract.model.OpenRpc;
import io.callbox.contract.model.ServiceContract;
import org.junit.jupiter.api.Test;

/** A value that arrives as another one, without an error, makes a change one that is never safe. */
final class SilentLossTest {

  @Test
  void subtypesThatAreReadAsOneAreNoLongerToldApart() {
    Comparison comparison = Comparison.of(subtypes("Debit", "Credit"), taking("Debit"));
    assertEquals(Verdict.CLIENTS_FIRST, comparison.verdict());
    assertTrue(
        comparison.toString().contains("take Debit and Credit for the same"), comparison::toString);
  }

  @Test
  void onlySubtypeIsReadAsItself() {
    assertEquals(
        Verdict.WORKERS_FIRST, Comparison.of(subtypes("Debit"), taking("Other")).verdict());
  }

  @Test
  void keysThatAreReadAsTheDefaultKeepOneEntry() {
    ServiceContract few = keys("\"A\"");
    ServiceContract more = keys("\"A\",\"B\"");
    Comparison comparison = Comparison.of(few, more);
    assertEquals(Verdict.WORKERS_FIRST, comparison.verdict(), comparison::toString);
    assertTrue(comparison.toString().contains("keep one of their entries"), comparison::toString);
    assertEquals(Verdict.CLIENTS_FIRST, Comparison.of(more, few).verdict());
  }

  private static ServiceContract keys(String constants) {
    return service(
        "{\"type\":\"object\",\"propertyNames\":{\"type\":\"string\",\"enum\":[%s],\"x-default\":\"A\"},\"additionalProperties\":{\"type\":\"string\"}}"
            .formatted(constants),
        "");
  }

  private static ServiceContract taking(String type) {
    return service(reference(type), subtype(type));
  }

  private static ServiceContract subtypes(String... names) {
    StringBuilder types = new StringBuilder();
    StringBuilder mapping = new StringBuilder();
    for (String name : names) {
      types.append(types.isEmpty() ? "" : ",").append(subtype(name));
      mapping.append(mapping.isEmpty() ? "" : ",");
      mapping.append("\"%s\":\"#/components/schemas/%s\"".formatted(name, name));
    }
    return service(
        "{\"oneOf\":[],\"discriminator\":{\"propertyName\":\"@type\",\"mapping\":{%s}}}"
            .formatted(mapping),
        types.toString());
  }

  private static String subtype(String name) {
    return "\"%s\":{\"type\":\"object\",\"properties\":{\"@type\":{\"const\":\"%s\"},\"n\":{\"type\":\"integer\"}},\"required\":[\"@type\",\"n\"]}"
        .formatted(name, name);
  }

  private static String reference(String type) {
    return "{\"$ref\":\"#/components/schemas/%s\"}".formatted(type);
  }

  private static ServiceContract service(String parameter, String types) {
    return OpenRpc.read(
            """
            {"openrpc":"1.3.2","info":{"title":"Shop","version":"1"},
             "methods":[{"name":"Shop.book","params":[{"name":"it","schema":%s}]}],
             "components":{"schemas":{%s}}}"""
                .formatted(parameter, types))
        .get(0);
  }
}
