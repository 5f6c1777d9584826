package io.callbox.contract.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Documents of several services become one, and keep saying what each of them says. */
final class JoinedContractTest {

  @Test
  void typesOfOneNameAreToldApartWithAllThatUseThem() {
    List<ServiceContract> services =
        joined(document("Orders", "a.Orders", "string"), document("Bills", "b.Bills", "integer"));
    assertEquals(
        Set.of("Orders.Line", "Orders.Page", "Bills.Line", "Bills.Page", "Same"),
        services.get(0).types().keySet());
    assertEquals(
        new Schema.Named("Bills.Page"),
        services.get(1).methods().values().iterator().next().result());
  }

  @Test
  void eachServiceKeepsItsOriginAndRevision() {
    ServiceContract bills =
        joined(document("Orders", "a.Orders", "string"), document("Bills", "b.Bills", "integer"))
            .get(1);
    assertEquals("b.Bills", bills.origin().orElseThrow());
    assertEquals("rev-of-Bills", bills.revision().orElseThrow());
  }

  @Test
  void typesThatAreTheSameAreThereOnce() {
    assertEquals(
        Set.of("Line", "Page", "Same"),
        joined(document("Orders", "a.Orders", "string"), document("Bills", "b.Bills", "string"))
            .get(0)
            .types()
            .keySet());
  }

  private static List<ServiceContract> joined(String... documents) {
    JoinedContract joined = new JoinedContract();
    for (String text : documents) {
      JsonObject document = JsonObject.of(JsonTree.parse(text), "document");
      joined.add(document.object("info").text("title").orElseThrow(), "none", document);
    }
    Map<String, Object> whole = new LinkedHashMap<>(joined.members());
    whole.put("openrpc", "1.3.2");
    return OpenRpc.read(JsonTree.text(whole));
  }

  private static String document(String service, String origin, String lineType) {
    return """
    {"openrpc":"1.3.2","info":{"title":"%1$s","version":"1"},
     "methods":[{"name":"%1$s.find","params":[],
                 "result":{"name":"result","schema":{"$ref":"#/components/schemas/Page"}}}],
     "components":{"schemas":{
       "Page":{"type":"array","items":{"$ref":"#/components/schemas/Line"}},
       "Line":{"type":"%3$s"},
       "Same":{"type":"boolean"}}},
     "x-interface":"%2$s","x-revision":"rev-of-%1$s"}"""
        .formatted(service, origin, lineType);
  }
}
