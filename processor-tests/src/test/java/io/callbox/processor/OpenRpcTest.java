package io.callbox.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.testing.compile.JavaFileObjects;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each contract's document is what OpenRPC's own meta-schema says a document is. */
final class OpenRpcTest {

  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchema META_SCHEMA = metaSchema();

  static Stream<String> contracts() {
    return Stream.concat(
        Corpus.files("good").stream().map(each -> "good/" + each),
        Corpus.files("parity").stream().map(each -> "parity/" + each));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void documentsAreValid(String contract) throws IOException {
    List<JsonNode> documents = documents(contract);
    assertFalse(documents.isEmpty());
    for (JsonNode document : documents) {
      assertEquals(Set.of(), META_SCHEMA.validate(document));
    }
  }

  @Test
  void invalidDocumentsAreFound() throws IOException {
    ObjectNode document = (ObjectNode) documents("good/Arith.java").get(0);
    ((ObjectNode) document.withArray("methods").get(0)).remove("params");
    Set<ValidationMessage> messages = META_SCHEMA.validate(document);
    assertFalse(messages.isEmpty());
    document.put("openrpc", "0.1");
    assertFalse(META_SCHEMA.validate(document).size() <= messages.size());
  }

  /** The same source gives the same text in every run of the compiler. */
  @Test
  void membersOfASchemaHaveOneOrder() throws IOException {
    JavaFileObject source =
        JavaFileObjects.forSourceString(
            "a.S",
            """
            package a;
            @io.callbox.annotation.RemoteService public interface S {
              enum Size {
                SMALL;
                @com.fasterxml.jackson.annotation.JsonValue public int code() { return 1; }
              }
              void a(java.util.Map<Size, String> prices);
            }
            """);
    JsonNode names = documents(source).get(0).findValue("propertyNames");
    assertEquals("{\"type\":\"string\",\"x-codes\":true}", names.toString());
  }

  @Test
  void descriptionsLoseTheirMarkupOnly() throws IOException {
    JavaFileObject source =
        JavaFileObjects.forSourceString(
            "a.S",
            """
            package a;
            /** Runs {@code task-<name>}, <b>twice</b> if {@link #a it} says so. */
            @io.callbox.annotation.RemoteService public interface S { void a(); }
            """);
    assertEquals(
        "Runs task-<name>, twice if a it says so.",
        documents(source).get(0).get("info").get("description").asText());
  }

  @Test
  void beingAToolIsSaidAndChangesNoRevision() throws IOException {
    JsonNode tool = document("@io.callbox.annotation.Tool(title = \"Do it\", readOnly = true)");
    JsonNode none = document("");
    assertEquals("Do it", tool.at("/methods/0/x-tool/title").asText());
    assertEquals(none.get("x-revision"), tool.get("x-revision"));
    assertFalse(none.at("/methods/0").has("x-tool"));
  }

  private static JsonNode document(String mark) throws IOException {
    return documents(
            JavaFileObjects.forSourceString(
                "a.S",
                "package a; @io.callbox.annotation.RemoteService public interface S { "
                    + mark
                    + " void a(); }"))
        .get(0);
  }

  private static List<JsonNode> documents(String contract) throws IOException {
    return documents(Corpus.source(contract));
  }

  private static List<JsonNode> documents(JavaFileObject source) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    for (JavaFileObject file : Corpus.compileLoosely(source).generatedFiles()) {
      if (file.getName().endsWith(".openrpc.json")) {
        try (InputStream in = file.openInputStream()) {
          documents.add(MAPPER.readTree(in));
        }
      }
    }
    return documents;
  }

  /** Both schemas say that they are written in the second of them, which is draft 7. */
  private static JsonSchema metaSchema() {
    try {
      String schemas = draft7("json-schema.json");
      JsonSchemaFactory factory =
          JsonSchemaFactory.getInstance(
              SpecVersion.VersionFlag.V7,
              builder ->
                  builder.schemaLoaders(
                      loaders ->
                          loaders.schemas(
                              Map.of(
                                  "https://meta.json-schema.tools/", schemas,
                                  "https://meta.json-schema.tools", schemas))));
      return factory.getSchema(draft7("meta-schema.json"));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static String draft7(String file) throws IOException {
    return ((ObjectNode) MAPPER.readTree(Corpus.text("openrpc/" + file)))
        .put("$schema", DRAFT)
        .toString();
  }
}
