package io.callbox.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are found wherever they stand, however they are written. */
final class MemberCursorTest {

  private static final Members MEMBERS = Members.of("a", "ab", "é").alias("old", 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                          | []",
        "{'a':1,'ab':2,'é':3}                        | [0=1, 1=2, 2=3]",
        "{'é':3,'ab':2,'a':1}                        | [2=3, 1=2, 0=1]",
        "{'ab':2}                                    | [1=2]",
        "{ 'a' : 1 ,'ab' :2 , 'é': 3 }               | [0=1, 1=2, 2=3]",
        "{'\\u0061':1,'a\\u0062':2,'\\u00e9':3}      | [0=1, 1=2, 2=3]",
        "{'a':1,'a':2,'a':3}                         | [0=1, 0=2, 0=3]",
        "{'old':2,'é':3}                             | [1=2, 2=3]",
        "{'':1,'a':2,'':3,'ab':4,'é':5,'':6,'':7}    | [-1=1, 0=2, -1=3, 1=4, 2=5, -1=6, -1=7]",
        "{'abc':1,'A':2,'e':3,'a':null}              | [-1=1, -1=2, -1=3, 0=null]"
      })
  void membersAreFound(String json, String found) throws IOException {
    String quoted = json.replace('\'', '"');
    byte[] bytes = quoted.getBytes(StandardCharsets.UTF_8);
    assertEquals(found, walked(Json.FACTORY.createParser(bytes)).toString());
    assertEquals(found, walked(Json.FACTORY.createParser(quoted)).toString());
  }

  @Test
  void nameMayBeThereWithoutAValue() throws IOException {
    try (JsonParser in = Json.FACTORY.createParser("{\"ab\":null}")) {
      in.nextToken();
      MemberCursor members = MEMBERS.open(in);
      while (members.next()) {
        members.skip();
      }
      members.requireName(1);
      assertEquals(
          "ab is missing",
          assertThrows(JsonMismatchException.class, () -> members.require(1)).getMessage());
      assertEquals(
          "a is missing",
          assertThrows(JsonMismatchException.class, () -> members.requireName(0)).getMessage());
    }
  }

  private static List<String> walked(JsonParser parser) throws IOException {
    List<String> found = new ArrayList<>();
    try (JsonParser in = parser) {
      in.nextToken();
      MemberCursor members = MEMBERS.open(in);
      while (members.next()) {
        found.add(members.index() + "=" + in.getText());
      }
      assertEquals(JsonToken.END_OBJECT, in.currentToken());
    }
    return found;
  }
}
