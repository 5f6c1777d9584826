package io.callbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BatchTest {

  @Test
  void batchIsCutIntoItsElements() throws IOException {
    assertEquals(
        List.of("{\"a\":[1,2]}", "17", "\"x,]\u00fc\"", "null", "[3]", "-1.5e3"),
        elements("\r\n [ {\"a\":[1,2]} ,17, \"x,]\u00fc\",null , [3],-1.5e3 ] "));
    assertEquals(List.of("1"), elements("[1]"));
  }

  @Test
  void batchHasOneToAThousandMembers() throws IOException {
    assertEquals(1_000, elements("[" + "1,".repeat(999) + "1]").size());
    for (String json : List.of("[]", " [ ] ", "[" + "1,".repeat(1_000) + "1]")) {
      IOException refused = assertThrows(IOException.class, () -> Batch.split(slice(json)));
      assertEquals("a batch has 1 to 1000 requests", refused.getMessage());
    }
  }

  @Test
  void unreadableMemberDoesNotAffectTheOthers() throws IOException {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    String digits = "7".repeat(2_000);
    String name = "{\"" + "n".repeat(20_000) + "\":1}";
    assertEquals(
        List.of("1", deep, digits, name, "2"),
        elements("[1," + deep + "," + digits + "," + name + ",2]"));
  }

  @Test
  void membersOfABatchMayHaveTheirParamsFirst() throws IOException {
    String member = "{\"params\":{\"a\":[7,{}]},\"method\":\"m\",\"jsonrpc\":\"2.0\",\"id\":1}";
    List<Slice> members = Batch.split(slice("[17, " + member + " ," + member + "]"));
    for (Slice second : members.subList(1, 3)) {
      assertEquals("{\"a\":[7,{}]}", ReadRequest.of(second).params());
    }
  }

  @Test
  void memberOfABatchEndsWhereItEnds() throws IOException {
    String member = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"m\",\"params\":[1]}";
    for (Slice each : Batch.split(slice("[" + member + "," + member + ",{}]")).subList(0, 2)) {
      assertEquals("[1]", ReadRequest.of(each).params());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[1", "[1,", "[1,]", "[1}", "[1] 2", "[1]]", "[{]", "[\"a]", "[,]"})
  void batchThatIsBrokenIsRefused(String json) {
    assertThrows(IOException.class, () -> Batch.split(slice(json)));
  }

  @Test
  void onlyArraysAreBatches() {
    assertTrue(slice("[]").isArray());
    assertTrue(slice("\t\r\n [").isArray());
    assertFalse(slice("{}").isArray());
    assertFalse(slice("").isArray());
    assertFalse(slice("  ").isArray());
    assertFalse(slice("\"[\"").isArray());
  }

  private static Slice slice(String json) {
    return Slice.of(json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> elements(String json) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Slice element : Batch.split(slice(json))) {
      texts.add(
          new String(element.bytes(), element.offset(), element.length(), StandardCharsets.UTF_8));
    }
    return texts;
  }
}
