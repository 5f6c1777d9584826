package io.callbox.internal.gateway.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.JoinedContract;
import io.callbox.contract.model.JsonObject;
import io.callbox.contract.model.JsonTree;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contracts that speak of methods that their service does not have. */
final class LiveServiceTest {

  private static JsonObject json(String text) {
    return JsonObject.of(JsonTree.parse(text), "document");
  }

  @Test
  void methodsOfNoSuchServiceAreLeftOut() {
    LiveService service =
        LiveService.of(
            "Odd",
            "1",
            json(
                """
                {"methods": [{"name": "go"}, {"name": "Odd"}, {}, {"name": "Oddity.go"},
                             {"name": "Odd.go"}]}"""));
    assertEquals(Set.of("go"), service.methods().keySet());
  }

  @Test
  void nameWithoutThatOfTheServiceIsNone() {
    for (String method : Set.of("{}", "{\"name\": \"go\"}", "{\"name\": \"Oddity.go\"}")) {
      assertThrows(ContractFormatException.class, () -> LiveMethod.of("Odd", json(method)), method);
    }
  }

  @Test
  void onlyTheListOfMethodsSaysWhichThereAre() {
    JoinedContract joined = new JoinedContract();
    LiveService.of(
            "Odd",
            "1",
            json(
                """
                {"methods": [{"name": "Odd.go"}],
                 "x-services": {"Odd": {"methods": [{"name": "Other.steal"}]}}}"""))
        .addTo(joined);
    String document = JsonTree.text(joined.members());
    assertFalse(document.contains("Other.steal"), document);
  }

  /** It would be found out only when the tools of all services are shown. */
  @Test
  void typesThatAreNoneAreFoundInTheContractItself() {
    JsonObject document =
        json(
            """
            {"methods": [{"name": "Odd.go", "x-tool": {}}], "components": 5,
             "x-services": {"Odd": {"components": {"schemas": {}}}}}""");
    assertThrows(ContractFormatException.class, () -> LiveService.of("Odd", "1", document));
  }
}
