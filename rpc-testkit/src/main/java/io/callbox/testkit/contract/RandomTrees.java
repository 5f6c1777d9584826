package io.callbox.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;

/** Random JSON trees, in the classes that a reader makes of the same text. */
final class RandomTrees {

  private static final int MOST_ELEMENTS = 3;
  private static final int DEEPEST = 3;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SplittableRandom random;
  private final RandomScalars scalars;

  RandomTrees(SplittableRandom random, RandomScalars scalars) {
    this.random = random;
    this.scalars = scalars;
  }

  JsonNode of(Class<?> type) {
    if (type == ObjectNode.class) {
      return object(1);
    }
    return type == ArrayNode.class ? array(1) : node(0);
  }

  private JsonNode node(int depth) {
    return switch (random.nextInt(depth < DEEPEST ? 8 : 6)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.textNode(text());
      case 3 -> NODES.numberNode(random.nextInt());
      case 4 -> NODES.numberNode(BigInteger.TWO.pow(70).add(BigInteger.valueOf(random.nextInt())));
      case 5 -> NODES.numberNode(BigDecimal.valueOf(10L * random.nextInt() + 1, 3));
      case 6 -> array(depth + 1);
      default -> object(depth + 1);
    };
  }

  private ArrayNode array(int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int left = random.nextInt(MOST_ELEMENTS + 1); left > 0; left--) {
      array.add(node(depth));
    }
    return array;
  }

  private ObjectNode object(int depth) {
    ObjectNode object = NODES.objectNode();
    for (int left = random.nextInt(MOST_ELEMENTS + 1); left > 0; left--) {
      object.set(text(), node(depth));
    }
    return object;
  }

  private String text() {
    return (String) scalars.of(String.class);
  }
}
