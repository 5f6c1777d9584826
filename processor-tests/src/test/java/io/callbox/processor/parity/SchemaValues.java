package io.callbox.processor.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random values that fit a schema, made by nothing but the schema and the document it is in. */
final class SchemaValues {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 6;

  /** Names of which a pattern can only say what they look like. */
  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "Currency",
              Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).toList(),
          "ZoneId", ZoneId.getAvailableZoneIds().stream().sorted().toList());

  private static final List<String> URIS =
      List.of("", "a", "../b?c=%20#d", "http://host:80/a", "urn:isbn:1", "http://hôst/日本?ж", "//h");
  private static final String LETTERS = "aZ09 _-\"\\/\n\u0001\u007fäßжあ😀'{}[]:,";

  private final JsonNode document;
  private final Random random;
  private int depth;

  SchemaValues(JsonNode document, Random random) {
    this.document = document;
    this.random = random;
  }

  /**
   * Whether a schema says itself that it does not say everything: a constructor may refuse what it
   * allows, or codes are known at run time only.
   */
  static boolean saysTooLittle(JsonNode schema, JsonNode document) {
    String known = "";
    String text = schema.toString();
    for (boolean more = true; more; ) {
      more = false;
      for (Map.Entry<String, JsonNode> type : document.at("/components/schemas").properties()) {
        if (text.contains("/" + type.getKey() + "\"")
            && !known.contains("/" + type.getKey() + "/")) {
          known += "/" + type.getKey() + "/";
          text += type.getValue();
          more = true;
        }
      }
    }
    return text.contains("\"x-checked\"") || text.contains("\"x-codes\"");
  }

  JsonNode of(JsonNode schema) {
    depth++;
    try {
      if (schema.has("$ref")) {
        return of(document.at(schema.get("$ref").asText().substring(1)));
      } else if (schema.has("const")) {
        return schema.get("const");
      } else if (schema.has("enum")) {
        return one(schema.get("enum"));
      } else if (schema.has("anyOf")) {
        JsonNode choices = schema.get("anyOf");
        boolean last = depth > DEEPEST || random.nextInt(4) == 0;
        return of(choices.get(last ? choices.size() - 1 : 0));
      } else if (schema.has("oneOf")) {
        return of(one(schema.get("oneOf")));
      }
      return typed(schema);
    } finally {
      depth--;
    }
  }

  private JsonNode typed(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "null" -> NODES.nullNode();
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "integer" -> NODES.numberNode(whole(schema));
      case "number" -> NODES.numberNode(number(schema));
      case "string" -> NODES.textNode(text(schema));
      case "array" -> array(schema);
      case "object" -> object(schema);
      default -> NODES.textNode(letters(3));
    };
  }

  private BigInteger whole(JsonNode schema) {
    if (!schema.has("minimum")) {
      return new BigInteger(random.nextInt(300), random).negate();
    }
    long least = schema.get("minimum").asLong();
    long greatest = schema.get("maximum").asLong();
    return BigInteger.valueOf(
        switch (random.nextInt(6)) {
          case 0 -> least;
          case 1 -> greatest;
          case 2 -> 0;
          default -> least + Math.floorMod(random.nextLong(), Math.max(1, greatest - least));
        });
  }

  private BigDecimal number(JsonNode schema) {
    BigDecimal some =
        new BigDecimal(new BigInteger(random.nextInt(100), random), random.nextInt(80) - 40);
    if (!schema.has("maximum")) {
      return some;
    }
    BigDecimal greatest = schema.get("maximum").decimalValue();
    return switch (random.nextInt(5)) {
      case 0 -> greatest;
      case 1 -> greatest.negate();
      default -> some.min(greatest);
    };
  }

  private String text(JsonNode schema) {
    List<String> known = KNOWN.get(schema.path("x-type").asText());
    if (known != null) {
      return known.get(random.nextInt(known.size()));
    } else if (schema.has("pattern")) {
      return MatchingText.of(schema.get("pattern").asText(), random);
    }
    return schema.path("format").asText().equals("iri-reference")
        ? URIS.get(random.nextInt(URIS.size()))
        : letters(random.nextInt(8));
  }

  private JsonNode array(JsonNode schema) {
    ArrayNode array = NODES.arrayNode();
    for (int count = size(); count > 0; count--) {
      array.add(of(schema.path("items")));
    }
    return array;
  }

  private JsonNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    if (schema.has("additionalProperties")) {
      for (int count = size(); count > 0; count--) {
        JsonNode key = schema.has("propertyNames") ? of(schema.get("propertyNames")) : null;
        object.set(key == null ? letters(3) : key.asText(), of(schema.get("additionalProperties")));
      }
    }
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            each -> {
              if (required.contains(each.getKey()) || random.nextInt(4) > 0) {
                object.set(each.getKey(), of(each.getValue()));
              }
            });
    return object;
  }

  private int size() {
    return depth > DEEPEST ? 0 : random.nextInt(4);
  }

  private JsonNode one(JsonNode choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String letters(int length) {
    StringBuilder text = new StringBuilder();
    int[] letters = LETTERS.codePoints().toArray();
    for (int count = 0; count < length; count++) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }
}
