package io.callbox.wire;

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

final class SliceTest {

  @Test
  void batchIsCutIntoItsElements() throws IOException {
    assertEquals(
        List.of("{\"a\":[1,2]}", "17", "\"x,]\u00fc\"", "null", "[3]", "-1.5e3"),
        elements("\r\n [ {\"a\":[1,2]} ,17, \"x,]\u00fc\",null , [3],-1.5e3 ] "));
    assertEquals(List.of(), elements("[]"));
    assertEquals(List.of("1"), elements("[1]"));
  }

  @Test
  void membersOfABatchMayHaveTheirParamsFirst() throws IOException {
    String member = "{\"params\":{\"a\":[7,{}]},\"method\":\"m\",\"jsonrpc\":\"2.0\",\"id\":1}";
    List<Slice> members = slice("[17, " + member + " ," + member + "]").elements();
    for (Slice second : members.subList(1, 3)) {
      assertEquals("{\"a\":[7,{}]}", ReadRequest.of(second).params());
    }
  }

  @Test
  void memberOfABatchEndsWhereItEnds() throws IOException {
    String member = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"m\",\"params\":[1]}";
    for (Slice each : slice("[" + member + "," + member + ",{}]").elements().subList(0, 2)) {
      assertEquals("[1]", ReadRequest.of(each).params());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[1", "[1,", "[1,]", "[1}", "[1] 2", "[1]]", "[{]", "[\"a]", "[,]"})
  void batchThatIsBrokenIsRefused(String json) {
    assertThrows(IOException.class, () -> slice(json).elements());
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
    for (Slice element : slice(json).elements()) {
      texts.add(
          new String(element.bytes(), element.offset(), element.length(), StandardCharsets.UTF_8));
    }
    return texts;
  }
}
