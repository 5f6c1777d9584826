package io.callbox.processor.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.callbox.processor.Corpus;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What generated code writes fits the schema that the contract's document gives for it; and what
 * fits the schema is taken by a node, whose answer fits it too. Run more with {@code
 * -Dschema.values=10000}.
 */
final class SchemaTest {

  private static final ObjectMapper MAPPER = new JsonMapper();
  private static final ObjectMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final int VALUES = Integer.getInteger("schema.values", 30);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "good/Types",
        "good/Standard",
        "parity/Annotated",
        "parity/Classes",
        "parity/Odd",
        "parity/Required"
      })
  void randomValuesFitTheirSchemas(String contract) throws Exception {
    JsonNode document = document(contract);
    for (EchoMethod method : EchoMethod.of(contract)) {
      JsonSchema schema = parameter(document, method.name());
      for (int seed = 0; seed < VALUES; seed++) {
        Object value = new RandomValues(new Random(seed)).of(method.type());
        JsonNode json = MAPPER.readTree(method.write(value)).elements().next();
        assertEquals(Set.of(), schema.validate(json), () -> method + " of " + json);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "good/Types",
        "good/Standard",
        "parity/Annotated",
        "parity/Classes",
        "parity/Odd",
        "parity/Required"
      })
  void valueThatFitsItsSchemaIsReadAndAnsweredAsTheSchemaSays(String contract) throws Throwable {
    JsonNode document = document(contract);
    List<EchoMethod> methods = EchoMethod.of(contract);
    try (LiveEcho node = new LiveEcho(methods.get(0).skeleton(), EXACT)) {
      for (EchoMethod method : methods) {
        JsonNode parameter = described(document, method.name()).at("/params/0/schema");
        if (!SchemaValues.saysTooLittle(parameter, document)) {
          send(method, new Schema(parameter(document, method.name()), parameter, document), node);
        }
      }
    }
  }

  /**
   * A schema in both forms.
   *
   * @param validator what holds values against it
   * @param text what values are made by
   * @param document what it refers to
   */
  private record Schema(JsonSchema validator, JsonNode text, JsonNode document) {}

  private static void send(EchoMethod method, Schema schema, LiveEcho node) throws Throwable {
    for (int seed = 0; seed < VALUES; seed++) {
      JsonNode given = new SchemaValues(schema.document, new Random(seed)).of(schema.text);
      assertEquals(Set.of(), schema.validator.validate(given), () -> method + " of made " + given);
      JsonNode answer = answer(method, given, node);
      assertEquals(Set.of(), schema.validator.validate(answer), () -> method + " of " + given);
    }
  }

  private static JsonNode answer(EchoMethod method, JsonNode given, LiveEcho node) {
    try {
      return node.answer(method.descriptor(), given);
    } catch (Throwable refusal) {
      throw new AssertionError(method + " refuses " + given, refusal);
    }
  }

  @Test
  void valueThatDoesNotFitIsFound() throws Exception {
    JsonSchema tree = parameter(document("good/Types"), "tree");
    JsonNode json = MAPPER.readTree("{\"name\":\"a\",\"children\":[{\"name\":7}]}");
    assertFalse(tree.validate(json).isEmpty());
  }

  /** The schema of a method's only parameter, whose references lead into the document. */
  private static JsonSchema parameter(JsonNode document, String method) {
    ObjectNode schema = document.deepCopy();
    schema.put("$ref", "#/methods/" + index(document, method) + "/params/0/schema");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  private static JsonNode described(JsonNode document, String method) {
    return document.get("methods").get(index(document, method));
  }

  private static int index(JsonNode document, String method) {
    JsonNode methods = document.get("methods");
    int index = 0;
    while (!methods.get(index).get("name").asText().endsWith('.' + method)) {
      index++;
    }
    return index;
  }

  private static JsonNode document(String contract) throws IOException {
    List<JavaFileObject> documents =
        Corpus.compileLoosely(Corpus.source(contract + ".java")).generatedFiles().stream()
            .filter(file -> file.getName().endsWith(".openrpc.json"))
            .toList();
    try (InputStream in = documents.get(0).openInputStream()) {
      return EXACT.readTree(in);
    }
  }
}
