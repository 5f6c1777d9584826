package io.callbox.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.contract.compare.Change;
import io.callbox.contract.compare.Difference;
import io.callbox.contract.compare.Verdict;
import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.JsonObject;
import io.callbox.contract.model.JsonTree;
import io.callbox.contract.model.OpenRpc;
import io.callbox.contract.model.ServiceContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check compares, suppresses what is meant, and says so in each form. */
final class ContractCheckTest {

  private static final String TEXT = "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}";
  private static final String INT = "{\"type\":\"integer\",\"minimum\":-9,\"maximum\":9}";

  @Test
  void renamedParameterIsNeverSafeAndNamedAsSuch() {
    Difference renamed = only(contract("item", TEXT), contract("article", TEXT));
    assertEquals("Shop.place(item)", renamed.path());
    assertEquals(Change.MEMBER_RENAMED, renamed.change());
    assertEquals(Verdict.NEVER, renamed.verdict());
    assertTrue(renamed.message().contains("'item' is probably renamed to 'article'"));
    assertEquals(List.of("parameters of Shop.place"), renamed.reach());
  }

  @Test
  void reportSaysWhatKeepsTheOldNameUnlessTheRenameIsSuppressed() {
    ContractCheck check = ContractCheck.of(contract("item", TEXT), contract("article", TEXT));
    assertTrue(check.report().text().contains("What keeps the old name on the wire: @Param on"));
  }

  @Test
  void namesOfAnotherNodeNeitherMoveTheCursorNorEndALine() {
    String name = "a\\u001b[2J\\nNo differences.";
    String text = ContractCheck.of(contract("item", INT), contract(name, INT)).report().text();
    assertTrue(text.contains("a\\u001b[2J\\u000aNo differences."), text);
    assertFalse(text.contains("\u001b"), text);
  }

  @Test
  void parametersOfUnlikeTypesAreNoRename() {
    String list = "{\"anyOf\":[{\"type\":\"array\",\"items\":{}},{\"type\":\"null\"}]}";
    CheckReport report =
        ContractCheck.of(contract("item", TEXT), contract("articles", list)).report();
    assertEquals(
        List.of(Change.MEMBER_ADDED, Change.MEMBER_REMOVED),
        report.judged().stream().map(each -> each.difference().change()).toList());
    assertEquals(Verdict.EITHER, report.verdict());
  }

  @Test
  void workersFirstAndClientsFirstTogetherAreNever() {
    List<ServiceContract> two = List.of(service("A", "a", INT), service("B", "b", INT));
    List<ServiceContract> one = List.of(service("A", "a", INT));
    CheckReport added = ContractCheck.of(one, two).report();
    assertEquals(Verdict.WORKERS_FIRST, added.verdict());
    assertEquals(Verdict.CLIENTS_FIRST, ContractCheck.of(two, one).report().verdict());
    assertEquals(Verdict.NEVER, Verdict.WORKERS_FIRST.and(Verdict.CLIENTS_FIRST));
    assertTrue(added.passes());
    assertFalse(ContractCheck.of(one, two).allowing(Policy.CLIENTS_FIRST).report().passes());
  }

  @Test
  void suppressedDifferencesDoNotCountAndUnusedSuppressionsAreTold() {
    List<Suppression> meant =
        Suppressions.read(
            """
            {"suppressions": [
              {"path": "Shop.place(item)", "change": "member-renamed", "reason": "never called"},
              {"path": "Shop.gone", "change": "method-removed", "reason": "unused"}
            ]}""");
    CheckReport report =
        ContractCheck.of(contract("item", TEXT), contract("article", TEXT))
            .suppressing(meant)
            .report();
    assertTrue(report.passes());
    assertEquals(Verdict.EITHER, report.verdict());
    assertTrue(report.text().contains("Suppressed: never called"), report.text());
    assertFalse(report.text().contains("What keeps the old name"), report.text());
    assertTrue(report.text().contains("A suppression matches nothing: Shop.gone"), report.text());
  }

  @Test
  void suppressionsWithoutAReasonAreRefused() {
    assertThrows(
        ContractFormatException.class,
        () ->
            Suppressions.read(
                "{\"suppressions\":[{\"path\":\"a\",\"change\":\"member-added\",\"reason\":\" \"}]}"));
    assertThrows(
        ContractFormatException.class,
        () ->
            Suppressions.read(
                "{\"suppressions\":[{\"path\":\"a\",\"change\":\"nothing\",\"reason\":\"r\"}]}"));
    assertThrows(ContractFormatException.class, () -> Suppressions.read("{\"suppression\":[]}"));
  }

  @Test
  void programsReadTheSame() {
    CheckReport report =
        ContractCheck.of(contract("item", TEXT), contract("article", TEXT)).report();
    JsonObject json = JsonObject.of(JsonTree.parse(report.json()), "report");
    assertEquals("NEVER", json.text("verdict").orElseThrow());
    assertEquals("member-renamed", json.objects("differences").get(0).text("change").orElseThrow());
    JsonObject run =
        JsonObject.of(JsonTree.parse(report.sarif("contracts/Shop.openrpc.json")), "log")
            .objects("runs")
            .get(0);
    JsonObject result = run.objects("results").get(0);
    assertEquals("error", result.text("level").orElseThrow());
    assertEquals("member-renamed", result.text("ruleId").orElseThrow());
    assertEquals(
        "Shop.place(item)",
        result
            .objects("locations")
            .get(0)
            .objects("logicalLocations")
            .get(0)
            .text("fullyQualifiedName")
            .orElseThrow());
  }

  @Test
  void documentsAreFoundBesideClassesAndMalformedOnesAreNamed(@TempDir Path classes)
      throws Exception {
    Path folder = Files.createDirectories(classes.resolve("META-INF/callbox"));
    Files.writeString(folder.resolve("Shop.openrpc.json"), document("Shop", "item", TEXT));
    assertEquals("Shop", Documents.in(classes).get(0).name());
    assertEquals(Documents.in(classes), Documents.in(folder));
    assertEquals(List.of(), Documents.in(classes.resolve("nothing")));
    Files.writeString(folder.resolve("Bad.openrpc.json"), "{\"openrpc\":");
    String failure =
        assertThrows(ContractFormatException.class, () -> Documents.in(classes)).toString();
    assertTrue(failure.contains("Bad.openrpc.json"), failure);
  }

  @Test
  void filesThatCannotBeReadOrDescribeTheSameServiceAreNamed(@TempDir Path folder)
      throws Exception {
    Files.writeString(folder.resolve("Shop.openrpc.json"), document("Shop", "item", TEXT));
    Files.createDirectory(folder.resolve("Folder.openrpc.json"));
    assertEquals(1, Documents.in(folder).size());
    Path copy = folder.resolve("Copy.openrpc.json");
    Files.writeString(copy, document("Shop", "article", TEXT));
    assertTrue(refusal(folder).contains("Copy.openrpc.json describes Shop too"), refusal(folder));
    Files.write(copy, new byte[] {'{', (byte) 0xff});
    assertTrue(refusal(folder).contains("Copy.openrpc.json: is not UTF-8"), refusal(folder));
  }

  private static String refusal(Path folder) {
    return assertThrows(ContractFormatException.class, () -> Documents.in(folder)).toString();
  }

  @Test
  void durableCallsAreRefusedByWorkersThatDoNotHaveThem() {
    String method = document("Shop", "item", TEXT);
    String durable = method.replace("\"params\"", "\"x-durable\":{\"keep\":\"PT1H\"},\"params\"");
    Difference ceased = only(OpenRpc.read(durable), OpenRpc.read(method));
    assertEquals(Change.DURABLE_CHANGED, ceased.change());
    assertEquals(Verdict.CLIENTS_FIRST, ceased.verdict());
    assertTrue(ceased.message().contains("refuse durable calls"), ceased.message());
    assertEquals(
        Verdict.WORKERS_FIRST, only(OpenRpc.read(method), OpenRpc.read(durable)).verdict());
  }

  @Test
  void clientsThatSendAgainGoBeforeWorkersThatMustNotRunTwice() {
    String method = document("Shop", "item", TEXT);
    String again = method.replace("\"params\"", "\"x-idempotent\":true,\"params\"");
    Difference ceased = only(OpenRpc.read(again), OpenRpc.read(method));
    assertEquals(Change.IDEMPOTENCE_CHANGED, ceased.change());
    assertEquals(Verdict.CLIENTS_FIRST, ceased.verdict());
    assertEquals(Verdict.EITHER, only(OpenRpc.read(method), OpenRpc.read(again)).verdict());
  }

  private static Difference only(List<ServiceContract> older, List<ServiceContract> newer) {
    List<Judged> judged = ContractCheck.of(older, newer).report().judged();
    assertEquals(1, judged.size(), judged::toString);
    return judged.get(0).difference();
  }

  private static List<ServiceContract> contract(String parameter, String schema) {
    return List.of(service("Shop", parameter, schema));
  }

  private static ServiceContract service(String name, String parameter, String schema) {
    return OpenRpc.read(document(name, parameter, schema)).get(0);
  }

  private static String document(String name, String parameter, String schema) {
    return """
    {"openrpc":"1.3.2","info":{"title":"%s","version":"1"},
     "methods":[{"name":"%s.place","params":[{"name":"%s","schema":%s}],
                 "result":{"name":"result","schema":{"type":"null"}}}]}"""
        .formatted(name, name, parameter, schema);
  }
}
