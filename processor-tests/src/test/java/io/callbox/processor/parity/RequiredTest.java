package io.callbox.processor.parity;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.callbox.json.JsonMismatchException;
import io.callbox.processor.Corpus;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated code asks for the members that Jackson asks for, and names what is missing. */
final class RequiredTest {

  private static final Map<String, EchoMethod> METHODS =
      EchoMethod.of("parity/Required").stream()
          .collect(Collectors.toMap(EchoMethod::name, Function.identity()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "person | {'name':'a','since':1,'title':'b','code':2,'note':'c'}",
        "person | {'name':null,'since':1,'title':null,'code':null}",
        "person | {'name':'a','since':1,'title':'b','zip':2}",
        "made   | {'text':null}",
        "made   | {'text':'a','people':[]}",
        "set    | {}",
        "set    | {'text':null}"
      })
  void presentMemberIsReadAsJacksonReadsIt(String name, String json) throws Throwable {
    EchoMethod method = METHODS.get(name);
    String quoted = json.replace('\'', '"');
    Object theirs = Parity.read(quoted, method.type());
    Object ours = method.read(quoted);
    assertTrue(Same.same(theirs, ours), () -> ours + " is not " + theirs);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "person | {'since':1,'title':'b','code':2}         | value.name",
        "person | {'name':'a','title':'b','code':2}        | value.since",
        "person | {'name':'a','since':1,'code':2}          | value.title",
        "person | {'name':'a','since':1,'title':'b'}       | value.code",
        "made   | {'people':[]}                            | value.text",
        "made   | {'text':'a','people':[{'since':1}]}      | value.people[0].name"
      })
  void missingMemberIsRefusedAsJacksonRefusesIt(String name, String json, String path) {
    EchoMethod method = METHODS.get(name);
    String quoted = json.replace('\'', '"');
    assertThrows(MismatchedInputException.class, () -> Parity.read(quoted, method.type()));
    JsonMismatchException refused =
        assertThrows(JsonMismatchException.class, () -> method.read(quoted));
    assertEquals(path + " is missing", refused.getMessage());
  }

  @Test
  void documentSaysWhatMustBeThere() {
    assertThat(Corpus.compileLoosely(Corpus.source("parity/Required.java")))
        .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/callbox/Required.openrpc.json")
        .contentsAsUtf8String()
        .containsMatch(
            "\"required\": \\[\\s*\"name\",\\s*\"since\",\\s*\"title\",\\s*\"code\"\\s*]");
  }
}
