package io.callbox.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random JSON, with numbers in the form in which a reader would read them. */
final class RandomTrees {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 3;
  private static final int MOST_ELEMENTS = 3;

  private final SplittableRandom random;
  private final Supplier<String> texts;

  RandomTrees(SplittableRandom random, Supplier<String> texts) {
    this.random = random;
    this.texts = texts;
  }

  /** Returns a value; null if the type is none of Jackson's three. */
  @Nullable Object of(Class<?> type) {
    if (type == JsonNode.class) {
      return tree(0);
    } else if (type == ObjectNode.class) {
      return object(0);
    }
    return type == ArrayNode.class ? array(0) : null;
  }

  private JsonNode tree(int depth) {
    return switch (random.nextInt(depth < DEEPEST ? 8 : 6)) {
      case 0 -> NODES.textNode(texts.get());
      case 1 -> NODES.numberNode(random.nextInt());
      case 2 -> NODES.numberNode(Long.MAX_VALUE - random.nextInt(100));
      case 3 -> NODES.numberNode(BigInteger.valueOf(Long.MIN_VALUE).pow(random.nextInt(2, 5)));
      case 4 -> NODES.numberNode(BigDecimal.valueOf(random.nextLong(), random.nextInt(1, 30)));
      case 5 -> random.nextBoolean() ? NODES.nullNode() : NODES.booleanNode(random.nextBoolean());
      case 6 -> object(depth + 1);
      default -> array(depth + 1);
    };
  }

  private ObjectNode object(int depth) {
    ObjectNode object = NODES.objectNode();
    for (int count = random.nextInt(MOST_ELEMENTS + 1); count > 0; count--) {
      object.set(texts.get(), tree(depth));
    }
    return object;
  }

  private ArrayNode array(int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int count = random.nextInt(MOST_ELEMENTS + 1); count > 0; count--) {
      array.add(tree(depth));
    }
    return array;
  }
}
