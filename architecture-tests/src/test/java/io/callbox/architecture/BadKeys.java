package io.callbox.architecture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import io.callbox.transport.QueueName;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.Map;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;

/** Classes that do what a message says: the rules must find each. */
final class BadKeys {

  private BadKeys() {}

  /** Pushes to where a message says. */
  record OfAMessage(Map<String, String> message) {
    QueueName replyTo() {
      return new QueueName(String.valueOf(message.get("replyTo")));
    }
  }

  /** Keeps something where a caller says. */
  record OfRedisson(RedissonClient redisson) {
    RBucket<String> last(String caller) {
      return redisson.getBucket("last:" + caller);
    }
  }

  /** Makes an object of the class that the message names. */
  record TypedByJackson(ObjectMapper mapper) {
    TypedByJackson() {
      this(
          JsonMapper.builder()
              .activateDefaultTyping(BasicPolymorphicTypeValidator.builder().build())
              .build());
    }
  }

  /** Makes an object of the class that the bytes name. */
  record TypedByJava(InputStream in) {
    Object read() throws IOException, ClassNotFoundException {
      try (ObjectInputStream objects = new ObjectInputStream(in)) {
        return objects.readObject();
      }
    }
  }

  /** Is any class that a message names. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  interface AnnotatedType {}

  /** Has something of any class that a message names. */
  static final class AnnotatedField {
    @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
    private final Object value;

    AnnotatedField(Object value) {
      this.value = value;
    }

    @Override
    public String toString() {
      return "has " + value;
    }
  }

  /** Is made of something of any class that a message names. */
  static final class AnnotatedParameter {
    private final Object value;

    @JsonCreator
    AnnotatedParameter(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object value) {
      this.value = value;
    }

    @Override
    public String toString() {
      return "has " + value;
    }
  }

  /** Says what it is used for, as an annotation of any library may: nothing is wrong with it. */
  @Used(use = "CLASS")
  static final class AnnotatedByOthers {

    @Override
    public String toString() {
      return "is used";
    }
  }

  /** Has a {@code use}, as Jackson's annotation has. */
  @interface Used {
    String use();
  }
}
