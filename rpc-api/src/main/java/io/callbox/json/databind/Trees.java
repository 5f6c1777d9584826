package io.callbox.json.databind;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callbox.json.BigNumbers;
import io.callbox.json.JsonMismatchException;
import io.callbox.json.ValueReader;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes trees, which travel as they are. Numbers with a fraction are read as {@code
 * BigDecimal}, digit for digit. No mapper takes part, and nothing is reflected on.
 */
public final class Trees {

  /** Reads {@code JsonNode} elements: {@code null} is the {@code NullNode}. */
  public static final ValueReader<JsonNode> NODE =
      new ValueReader<>() {
        @Override
        public JsonNode read(JsonParser in) throws IOException {
          return readNode(in);
        }

        @Override
        public JsonNode ofNull() {
          return NullNode.getInstance();
        }
      };

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Trees() {}

  /** Reads any value; the parser may stand on {@code null}. */
  public static JsonNode readNode(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> readObject(in);
      case START_ARRAY -> readArray(in);
      case VALUE_STRING -> NODES.textNode(in.getText());
      case VALUE_NUMBER_INT -> whole(in);
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(BigNumbers.readBigDecimal(in));
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw JsonMismatchException.expected("a value", in);
    };
  }

  /** Reads an object. Of members with the same name the last one is kept. */
  public static ObjectNode readObject(JsonParser in) throws IOException {
    if (!in.isExpectedStartObjectToken()) {
      throw JsonMismatchException.expected("an object", in);
    }
    ObjectNode object = NODES.objectNode();
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      object.set(name, readNode(in));
    }
    return object;
  }

  /** Reads an array. */
  public static ArrayNode readArray(JsonParser in) throws IOException {
    if (!in.isExpectedStartArrayToken()) {
      throw JsonMismatchException.expected("an array", in);
    }
    ArrayNode array = NODES.arrayNode();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      array.add(readNode(in));
    }
    return array;
  }

  private static JsonNode whole(JsonParser in) throws IOException {
    return switch (in.getNumberType()) {
      case INT -> NODES.numberNode(in.getIntValue());
      case LONG -> NODES.numberNode(in.getLongValue());
      default -> NODES.numberNode(in.getBigIntegerValue());
    };
  }

  /** Writes any tree; Java's {@code null} as JSON's. */
  public static void writeNode(JsonGenerator out, @Nullable JsonNode node) throws IOException {
    if (node == null) {
      out.writeNull();
      return;
    }
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(out, (ObjectNode) node);
      case ARRAY -> writeArray(out, (ArrayNode) node);
      case STRING -> out.writeString(node.textValue());
      case NUMBER -> writeNumber(out, node);
      case BOOLEAN -> out.writeBoolean(node.booleanValue());
      case BINARY -> out.writeBinary(node.binaryValue());
      case NULL, MISSING -> out.writeNull();
      case POJO ->
          throw new IllegalArgumentException(
              "a tree with an object of Java in it has no JSON form");
    }
  }

  /** Writes an object. */
  public static void writeObject(JsonGenerator out, ObjectNode object) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      out.writeFieldName(member.getKey());
      writeNode(out, member.getValue());
    }
    out.writeEndObject();
  }

  /** Writes an array. */
  public static void writeArray(JsonGenerator out, ArrayNode array) throws IOException {
    out.writeStartArray();
    for (JsonNode element : array) {
      writeNode(out, element);
    }
    out.writeEndArray();
  }

  private static void writeNumber(JsonGenerator out, JsonNode number) throws IOException {
    switch (number.numberType()) {
      case INT -> out.writeNumber(number.intValue());
      case LONG -> out.writeNumber(number.longValue());
      case FLOAT -> out.writeNumber(number.floatValue());
      case DOUBLE -> out.writeNumber(number.doubleValue());
      case BIG_DECIMAL -> out.writeNumber(number.decimalValue());
      case BIG_INTEGER -> out.writeNumber(number.bigIntegerValue());
    }
  }
}
