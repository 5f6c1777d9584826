package good;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.json.ArrayValues;
import io.callbox.json.Exactly;
import io.callbox.json.JsonMismatchException;
import io.callbox.json.Lists;
import io.callbox.json.Maps;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Nullables;
import io.callbox.json.Numbers;
import io.callbox.json.Optionals;
import io.callbox.json.Tagged;
import io.callbox.json.Texts;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.ResultType;
import io.callbox.rpc.ServiceDescriptor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Writes and reads what {@link Shapes} sends.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
final class ShapesMarshaller {
  private static final SerializedString VALUE_FIELD = new SerializedString("value");

  private static final SerializedString A_FIELD = new SerializedString("a");

  private static final SerializedString B_FIELD = new SerializedString("b");

  private static final SerializedString C_FIELD = new SerializedString("c");

  private static final SerializedString TYPE_FIELD = new SerializedString("@type");

  private static final SerializedString RADIUS_FIELD = new SerializedString("radius");

  private static final SerializedString SIDE_FIELD = new SerializedString("side");

  private static final SerializedString SHAPES_FIELD = new SerializedString("shapes");

  private static final SerializedString REASON_FIELD = new SerializedString("reason");

  private static final SerializedString PARTLY_FIELD = new SerializedString("partly");

  private static final SerializedString KIND_FIELD = new SerializedString("kind");

  private static final SerializedString NAME_FIELD = new SerializedString("name");

  private static final SerializedString LIVES_FIELD = new SerializedString("lives");

  private static final SerializedString LOW_FIELD = new SerializedString("low");

  private static final SerializedString HIGH_FIELD = new SerializedString("high");

  private static final SerializedString ID_FIELD = new SerializedString("id");

  private static final SerializedString TEXT_FIELD = new SerializedString("text");

  private static final SerializedString LIST_FIELD = new SerializedString("list");

  private static final SerializedString MAYBE_FIELD = new SerializedString("maybe");

  private static final SerializedString ARRAY_FIELD = new SerializedString("array");

  private static final SerializedString LEVEL_FIELD = new SerializedString("level");

  private static final SerializedString OPEN_FIELD = new SerializedString("open");

  private static final SerializedString COUNT_FIELD = new SerializedString("count");

  private static final SerializedString BEANS_FIELD = new SerializedString("beans");

  private static final SerializedString EMPTY_FIELD = new SerializedString("empty");

  private static final SerializedString X_FIELD = new SerializedString("x");

  private static final SerializedString Y_FIELD = new SerializedString("y");

  private static final SerializedString NICK_FIELD = new SerializedString("nick");

  private static final SerializedString TAGS_FIELD = new SerializedString("tags");

  private static final Members SHAPE_PARAMS_MEMBERS = Members.of("value");

  private static final Members CIRCLE_PARAMS_MEMBERS = Members.of("value");

  private static final Members OUTCOME_PARAMS_MEMBERS = Members.of("value");

  private static final Members ANIMAL_PARAMS_MEMBERS = Members.of("value");

  private static final Members RANGE_PARAMS_MEMBERS = Members.of("value");

  private static final Members ANNOTATED_PARAMS_MEMBERS = Members.of("value");

  private static final Members BEAN_PARAMS_MEMBERS = Members.of("value");

  private static final Members POINT_PARAMS_MEMBERS = Members.of("value");

  private static final Members STRICT_PARAMS_MEMBERS = Members.of("value");

  private static final Members MARKED_PARAMS_MEMBERS = Members.of("a", "b", "c");

  private static final Members CIRCLE_MEMBERS = Members.of("radius");

  private static final Members SQUARE_MEMBERS = Members.of("side");

  private static final Members GROUP_MEMBERS = Members.of("shapes");

  private static final Members GOOD_OF_INTEGER_MEMBERS = Members.of("value");

  private static final Members BAD_OF_INTEGER_MEMBERS = Members.of("reason", "partly");

  private static final Members DOG_MEMBERS = Members.of("name");

  private static final Members CAT_MEMBERS = Members.of("lives");

  private static final Members RANGE_MEMBERS = Members.of("low", "high");

  private static final Members ANNOTATED_MEMBERS = Members.of("id", "text", "list", "maybe",
      "array", "level").alias("key", 0).alias("no", 0);

  private static final Members BEAN_MEMBERS = Members.of("open", "count", "beans", "empty");

  private static final Members POINT_MEMBERS = Members.of("x", "y");

  private static final Members STRICT_MEMBERS = Members.of("name", "nick", "tags");

  static final ResultType<Shapes.Shape> SHAPE_RESULT = new ResultType<>(
      ShapesMarshaller::readNullableShape,
      ShapesMarshaller::writeNullableShape);

  static final ResultType<Shapes.Circle> CIRCLE_RESULT = new ResultType<>(
      ShapesMarshaller::readNullableCircle,
      ShapesMarshaller::writeNullableCircle);

  static final ResultType<Shapes.Outcome<Integer>> OUTCOME_OF_INTEGER_RESULT = new ResultType<>(
      ShapesMarshaller::readNullableOutcomeOfInteger,
      ShapesMarshaller::writeNullableOutcomeOfInteger);

  static final ResultType<Shapes.Animal> ANIMAL_RESULT = new ResultType<>(
      ShapesMarshaller::readNullableAnimal,
      ShapesMarshaller::writeNullableAnimal);

  static final ResultType<Shapes.Range> RANGE_RESULT = new ResultType<>(
      ShapesMarshaller::readNullableRange,
      ShapesMarshaller::writeNullableRange);

  static final ResultType<Shapes.Annotated> ANNOTATED_RESULT = new ResultType<>(
      ShapesMarshaller::readNullableAnnotated,
      ShapesMarshaller::writeNullableAnnotated);

  static final ResultType<Shapes.Bean> BEAN_RESULT = new ResultType<>(
      ShapesMarshaller::readNullableBean,
      ShapesMarshaller::writeNullableBean);

  static final ResultType<Shapes.Point> POINT_RESULT = new ResultType<>(
      ShapesMarshaller::readNullablePoint,
      ShapesMarshaller::writeNullablePoint);

  static final ResultType<Shapes.Strict> STRICT_RESULT = new ResultType<>(
      ShapesMarshaller::readNullableStrict,
      ShapesMarshaller::writeNullableStrict);

  static final ResultType<String> STRING_RESULT = new ResultType<>(
      ShapesMarshaller::readStringResult,
      ShapesMarshaller::writeStringResult);

  static final MethodDescriptor<Shapes.Shape> SHAPE = MethodDescriptor.named("Shapes", "shape")
      .returning(SHAPE_RESULT);

  static final MethodDescriptor<Shapes.Circle> CIRCLE = MethodDescriptor.named("Shapes", "circle")
      .returning(CIRCLE_RESULT);

  static final MethodDescriptor<Shapes.Outcome<Integer>> OUTCOME = MethodDescriptor.named("Shapes", "outcome")
      .returning(OUTCOME_OF_INTEGER_RESULT);

  static final MethodDescriptor<Shapes.Animal> ANIMAL = MethodDescriptor.named("Shapes", "animal")
      .returning(ANIMAL_RESULT);

  static final MethodDescriptor<Shapes.Range> RANGE = MethodDescriptor.named("Shapes", "range")
      .returning(RANGE_RESULT);

  static final MethodDescriptor<Shapes.Annotated> ANNOTATED = MethodDescriptor.named("Shapes", "annotated")
      .returning(ANNOTATED_RESULT);

  static final MethodDescriptor<Shapes.Bean> BEAN = MethodDescriptor.named("Shapes", "bean")
      .returning(BEAN_RESULT);

  static final MethodDescriptor<Shapes.Point> POINT = MethodDescriptor.named("Shapes", "point")
      .returning(POINT_RESULT);

  static final MethodDescriptor<Shapes.Strict> STRICT = MethodDescriptor.named("Shapes", "strict")
      .returning(STRICT_RESULT);

  static final MethodDescriptor<String> MARKED = MethodDescriptor.named("Shapes", "marked")
      .returning(STRING_RESULT);

  static final ServiceDescriptor SERVICE = ServiceDescriptor.of("Shapes", SHAPE, CIRCLE,
      OUTCOME, ANIMAL, RANGE, ANNOTATED, BEAN, POINT, STRICT, MARKED);

  private ShapesMarshaller() {
  }

  static ParamsWriter paramsOfShape(Shapes.Shape value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableShape(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readShapeParams(JsonParser in, ShapesSkeleton skeleton) throws
      IOException {
    Shapes.Shape value = null;
    MemberCursor members = SHAPE_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readShape(in);
        default -> members.skip();
      }
    }
    return skeleton.callShape(value);
  }

  static ParamsWriter paramsOfCircle(Shapes.Circle value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableCircle(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readCircleParams(JsonParser in, ShapesSkeleton skeleton) throws
      IOException {
    Shapes.Circle value = null;
    MemberCursor members = CIRCLE_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readCircle(in);
        default -> members.skip();
      }
    }
    return skeleton.callCircle(value);
  }

  static ParamsWriter paramsOfOutcome(Shapes.Outcome<Integer> value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableOutcomeOfInteger(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readOutcomeParams(JsonParser in, ShapesSkeleton skeleton) throws
      IOException {
    Shapes.Outcome<Integer> value = null;
    MemberCursor members = OUTCOME_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readOutcomeOfInteger(in);
        default -> members.skip();
      }
    }
    return skeleton.callOutcome(value);
  }

  static ParamsWriter paramsOfAnimal(Shapes.Animal value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableAnimal(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readAnimalParams(JsonParser in, ShapesSkeleton skeleton) throws
      IOException {
    Shapes.Animal value = null;
    MemberCursor members = ANIMAL_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readAnimal(in);
        default -> members.skip();
      }
    }
    return skeleton.callAnimal(value);
  }

  static ParamsWriter paramsOfRange(Shapes.Range value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableRange(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readRangeParams(JsonParser in, ShapesSkeleton skeleton) throws
      IOException {
    Shapes.Range value = null;
    MemberCursor members = RANGE_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readRange(in);
        default -> members.skip();
      }
    }
    return skeleton.callRange(value);
  }

  static ParamsWriter paramsOfAnnotated(Shapes.Annotated value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableAnnotated(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readAnnotatedParams(JsonParser in, ShapesSkeleton skeleton) throws
      IOException {
    Shapes.Annotated value = null;
    MemberCursor members = ANNOTATED_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readAnnotated(in);
        default -> members.skip();
      }
    }
    return skeleton.callAnnotated(value);
  }

  static ParamsWriter paramsOfBean(Shapes.Bean value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableBean(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readBeanParams(JsonParser in, ShapesSkeleton skeleton) throws
      IOException {
    Shapes.Bean value = null;
    MemberCursor members = BEAN_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readBean(in);
        default -> members.skip();
      }
    }
    return skeleton.callBean(value);
  }

  static ParamsWriter paramsOfPoint(Shapes.Point value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullablePoint(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readPointParams(JsonParser in, ShapesSkeleton skeleton) throws
      IOException {
    Shapes.Point value = null;
    MemberCursor members = POINT_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readPoint(in);
        default -> members.skip();
      }
    }
    return skeleton.callPoint(value);
  }

  static ParamsWriter paramsOfStrict(Shapes.Strict value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableStrict(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readStrictParams(JsonParser in, ShapesSkeleton skeleton) throws
      IOException {
    Shapes.Strict value = null;
    MemberCursor members = STRICT_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readStrict(in);
        default -> members.skip();
      }
    }
    return skeleton.callStrict(value);
  }

  static ParamsWriter paramsOfMarked(String a, Integer b,
      Map<Shapes.Level, Shapes.Shape> c) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(A_FIELD);
      out.writeString(Objects.requireNonNull(a, "a"));
      out.writeFieldName(B_FIELD);
      writeNullableInteger(out, b);
      out.writeFieldName(C_FIELD);
      Maps.write(out, Objects.requireNonNull(c, "c"), ShapesMarshaller::nameOfLevel, ShapesMarshaller::writeShape);
      out.writeEndObject();
    };
  }

  static Invocation readMarkedParams(JsonParser in, ShapesSkeleton skeleton) throws
      IOException {
    String a = null;
    Integer b = null;
    Map<Shapes.Level, Shapes.Shape> c = null;
    MemberCursor members = MARKED_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> a = Texts.readString(in);
        case 1 -> b = members.isNull() ? null : Numbers.readInt(in);
        case 2 -> c = Maps.read(in, ShapesMarshaller::readLevelKey, ShapesMarshaller::readShape);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(2);
    return skeleton.callMarked(a, b, c);
  }

  static void writeStringResult(JsonGenerator out, String result) throws IOException {
    out.writeString(Objects.requireNonNull(result, "the result"));
  }

  static String readStringResult(JsonParser in) throws IOException {
    return Texts.readString(in);
  }

  static void writeShape(JsonGenerator out, Shapes.Shape value) throws IOException {
    if (value instanceof Shapes.Circle value1) {
      writeCircle(out, value1);
    } else if (value instanceof Shapes.Square value2) {
      writeSquare(out, value2);
    } else if (value instanceof Shapes.Group value3) {
      writeGroup(out, value3);
    } else {
      throw new IllegalArgumentException("not a known Shape: " + value.getClass().getName());
    }
  }

  static Shapes.Shape readShape(JsonParser in) throws IOException {
    Tagged tagged = Tagged.open(in, "@type");
    return switch (tagged.tag()) {
      case "Circle" -> readCircle(tagged.in());
      case "Square" -> readSquare(tagged.in());
      case "Group" -> readGroup(tagged.in());
      default -> throw tagged.unknown("one of Circle, Square, Group");
    };
  }

  static void writeCircle(JsonGenerator out, Shapes.Circle value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(TYPE_FIELD);
    out.writeString("Circle");
    out.writeFieldName(RADIUS_FIELD);
    Numbers.writeDouble(out, value.radius());
    out.writeEndObject();
  }

  static Shapes.Circle readCircle(JsonParser in) throws IOException {
    double radius = 0;
    MemberCursor members = CIRCLE_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> radius = Numbers.readDouble(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return new Shapes.Circle(radius);
  }

  static void writeSquare(JsonGenerator out, Shapes.Square value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(TYPE_FIELD);
    out.writeString("Square");
    out.writeFieldName(SIDE_FIELD);
    Numbers.writeDouble(out, value.side());
    out.writeEndObject();
  }

  static Shapes.Square readSquare(JsonParser in) throws IOException {
    double side = 0;
    MemberCursor members = SQUARE_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> side = Numbers.readDouble(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return new Shapes.Square(side);
  }

  static void writeGroup(JsonGenerator out, Shapes.Group value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(TYPE_FIELD);
    out.writeString("Group");
    out.writeFieldName(SHAPES_FIELD);
    writeNullableListOfShape(out, value.shapes());
    out.writeEndObject();
  }

  static Shapes.Group readGroup(JsonParser in) throws IOException {
    List<Shapes.Shape> shapes = null;
    MemberCursor members = GROUP_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> shapes = members.isNull() ? null : Lists.read(in, ShapesMarshaller::readShape);
        default -> members.skip();
      }
    }
    return new Shapes.Group(shapes);
  }

  static void writeOutcomeOfInteger(JsonGenerator out, Shapes.Outcome<Integer> value)
      throws IOException {
    if (value instanceof Shapes.Good<Integer> value1) {
      writeGoodOfInteger(out, value1);
    } else if (value instanceof Shapes.Bad<Integer> value2) {
      writeBadOfInteger(out, value2);
    } else {
      throw new IllegalArgumentException("not a known Outcome: " + value.getClass().getName());
    }
  }

  static Shapes.Outcome<Integer> readOutcomeOfInteger(JsonParser in) throws
      IOException {
    Tagged tagged = Tagged.open(in, "@type");
    return switch (tagged.tag()) {
      case "Good" -> readGoodOfInteger(tagged.in());
      case "Bad" -> readBadOfInteger(tagged.in());
      default -> throw tagged.unknown("one of Good, Bad");
    };
  }

  static void writeGoodOfInteger(JsonGenerator out, Shapes.Good<Integer> value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(TYPE_FIELD);
    out.writeString("Good");
    out.writeFieldName(VALUE_FIELD);
    writeNullableInteger(out, value.value());
    out.writeEndObject();
  }

  static Shapes.Good<Integer> readGoodOfInteger(JsonParser in) throws IOException {
    Integer value = null;
    MemberCursor members = GOOD_OF_INTEGER_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : Numbers.readInt(in);
        default -> members.skip();
      }
    }
    return new Shapes.Good<>(value);
  }

  static void writeBadOfInteger(JsonGenerator out, Shapes.Bad<Integer> value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(TYPE_FIELD);
    out.writeString("Bad");
    out.writeFieldName(REASON_FIELD);
    out.writeString(value.reason());
    out.writeFieldName(PARTLY_FIELD);
    Optionals.write(out, value.partly(), JsonGenerator::writeNumber);
    out.writeEndObject();
  }

  static Shapes.Bad<Integer> readBadOfInteger(JsonParser in) throws IOException {
    String reason = null;
    Optional<Integer> partly = Optional.empty();
    MemberCursor members = BAD_OF_INTEGER_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> reason = members.isNull() ? null : Texts.readString(in);
        case 1 -> partly = Optionals.read(in, Numbers::readInt);
        default -> members.skip();
      }
    }
    return new Shapes.Bad<>(reason, partly);
  }

  static void writeAnimal(JsonGenerator out, Shapes.Animal value) throws IOException {
    if (value instanceof Shapes.Dog value1) {
      writeDog(out, value1);
    } else if (value instanceof Shapes.Cat value2) {
      writeCat(out, value2);
    } else {
      throw new IllegalArgumentException("not a known Animal: " + value.getClass().getName());
    }
  }

  static Shapes.Animal readAnimal(JsonParser in) throws IOException {
    Tagged tagged = Tagged.open(in, "kind");
    return switch (tagged.tag()) {
      case "dog" -> readDog(tagged.in());
      case "cat" -> readCat(tagged.in());
      default -> throw tagged.unknown("one of dog, cat");
    };
  }

  static void writeDog(JsonGenerator out, Shapes.Dog value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(KIND_FIELD);
    out.writeString("dog");
    out.writeFieldName(NAME_FIELD);
    out.writeString(value.name());
    out.writeEndObject();
  }

  static Shapes.Dog readDog(JsonParser in) throws IOException {
    String name = null;
    MemberCursor members = DOG_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> name = members.isNull() ? null : Texts.readString(in);
        default -> members.skip();
      }
    }
    return new Shapes.Dog(name);
  }

  static void writeCat(JsonGenerator out, Shapes.Cat value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(KIND_FIELD);
    out.writeString("cat");
    out.writeFieldName(LIVES_FIELD);
    out.writeNumber(value.lives());
    out.writeEndObject();
  }

  static Shapes.Cat readCat(JsonParser in) throws IOException {
    int lives = 0;
    MemberCursor members = CAT_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> lives = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return new Shapes.Cat(lives);
  }

  static void writeRange(JsonGenerator out, Shapes.Range value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(LOW_FIELD);
    out.writeNumber(value.low());
    out.writeFieldName(HIGH_FIELD);
    out.writeNumber(value.high());
    out.writeEndObject();
  }

  static Shapes.Range readRange(JsonParser in) throws IOException {
    int low = 0;
    int high = 0;
    MemberCursor members = RANGE_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> low = Numbers.readInt(in);
        case 1 -> high = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(1);
    try {
      return new Shapes.Range(low, high);
    } catch (RuntimeException refusal) {
      throw JsonMismatchException.at(in, "is no Range: " + refusal.getMessage());
    }
  }

  static void writeAnnotated(JsonGenerator out, Shapes.Annotated value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(ID_FIELD);
    out.writeNumber(value.number());
    if (value.text() != null && !value.text().isEmpty()) {
      out.writeFieldName(TEXT_FIELD);
      out.writeString(value.text());
    }
    if (value.list() != null && !value.list().isEmpty()) {
      out.writeFieldName(LIST_FIELD);
      writeNullableListOfString(out, value.list());
    }
    out.writeFieldName(MAYBE_FIELD);
    Optionals.write(out, value.maybe(), JsonGenerator::writeString);
    if (value.array() != null && value.array().length > 0) {
      out.writeFieldName(ARRAY_FIELD);
      writeNullableArrayOfInt(out, value.array());
    }
    if (value.level() != null) {
      out.writeFieldName(LEVEL_FIELD);
      writeNullableLevel(out, value.level());
    }
    out.writeEndObject();
  }

  static Shapes.Annotated readAnnotated(JsonParser in) throws IOException {
    int number = 0;
    String secret = null;
    String text = null;
    List<String> list = null;
    Optional<String> maybe = Optional.empty();
    int[] array = null;
    Shapes.Level level = null;
    MemberCursor members = ANNOTATED_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> number = Numbers.readInt(in);
        case 1 -> text = members.isNull() ? null : Texts.readString(in);
        case 2 -> list = members.isNull() ? null : Lists.read(in, Texts::readString);
        case 3 -> maybe = Optionals.read(in, Texts::readString);
        case 4 -> array = members.isNull() ? null : ArrayValues.readInts(in);
        case 5 -> level = members.isNull() ? null : readLevel(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return new Shapes.Annotated(number, secret, text, list, maybe, array, level);
  }

  static void writeLevel(JsonGenerator out, Shapes.Level value) throws IOException {
    out.writeString(nameOfLevel(value));
  }

  static Shapes.Level readLevel(JsonParser in) throws IOException {
    return namedLevel(Texts.readString(in), in);
  }

  static Shapes.Level readLevelKey(JsonParser in) throws IOException {
    return namedLevel(in.currentName(), in);
  }

  private static String nameOfLevel(Shapes.Level value) {
    return switch (value) {
      case LOW -> "low";
      case UNKNOWN -> "UNKNOWN";
    };
  }

  private static Shapes.Level namedLevel(String name, JsonParser in) throws
      JsonMismatchException {
    return switch (name) {
      case "low", "lo" -> Shapes.Level.LOW;
      case "UNKNOWN" -> Shapes.Level.UNKNOWN;
      default -> Shapes.Level.UNKNOWN;
    };
  }

  static void writeBean(JsonGenerator out, Shapes.Bean value) throws IOException {
    Exactly.a(Shapes.Bean.class, value);
    out.writeStartObject();
    out.writeFieldName(OPEN_FIELD);
    out.writeString(value.open);
    out.writeFieldName(COUNT_FIELD);
    out.writeNumber(value.getCount());
    out.writeFieldName(BEANS_FIELD);
    writeNullableListOfBean(out, value.getBeans());
    out.writeFieldName(EMPTY_FIELD);
    out.writeBoolean(value.isEmpty());
    out.writeEndObject();
  }

  static Shapes.Bean readBean(JsonParser in) throws IOException {
    Shapes.Bean value = new Shapes.Bean();
    MemberCursor members = BEAN_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value.open = members.isNull() ? null : Texts.readString(in);
        case 1 -> value.setCount(Numbers.readInt(in));
        case 2 -> value.setBeans(members.isNull() ? null : Lists.read(in, ShapesMarshaller::readBean));
        case 3 -> members.skip();
        default -> members.skip();
      }
    }
    return value;
  }

  static void writePoint(JsonGenerator out, Shapes.Point value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(X_FIELD);
    out.writeNumber(value.getX());
    out.writeFieldName(Y_FIELD);
    out.writeNumber(value.y());
    out.writeEndObject();
  }

  static Shapes.Point readPoint(JsonParser in) throws IOException {
    int x = 0;
    int y = 0;
    MemberCursor members = POINT_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> x = Numbers.readInt(in);
        case 1 -> y = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(1);
    try {
      return new Shapes.Point(x, y);
    } catch (RuntimeException refusal) {
      throw JsonMismatchException.at(in, "is no Point: " + refusal.getMessage());
    }
  }

  static void writeStrict(JsonGenerator out, Shapes.Strict value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(NAME_FIELD);
    out.writeString(Objects.requireNonNull(value.name(), "name"));
    out.writeFieldName(NICK_FIELD);
    out.writeString(value.nick());
    out.writeFieldName(TAGS_FIELD);
    Lists.write(out, Objects.requireNonNull(value.tags(), "tags"), JsonGenerator::writeString);
    out.writeEndObject();
  }

  static Shapes.Strict readStrict(JsonParser in) throws IOException {
    String name = null;
    String nick = null;
    List<String> tags = null;
    MemberCursor members = STRICT_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> name = Texts.readString(in);
        case 1 -> nick = members.isNull() ? null : Texts.readString(in);
        case 2 -> tags = Lists.read(in, Texts::readString);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(2);
    return new Shapes.Strict(name, nick, tags);
  }

  private static void writeNullableShape(JsonGenerator out, Shapes.Shape value) throws
      IOException {
    Nullables.write(out, value, ShapesMarshaller::writeShape);
  }

  private static Shapes.Shape readNullableShape(JsonParser in) throws IOException {
    return Nullables.read(in, ShapesMarshaller::readShape);
  }

  private static void writeNullableCircle(JsonGenerator out, Shapes.Circle value) throws
      IOException {
    Nullables.write(out, value, ShapesMarshaller::writeCircle);
  }

  private static Shapes.Circle readNullableCircle(JsonParser in) throws IOException {
    return Nullables.read(in, ShapesMarshaller::readCircle);
  }

  private static void writeNullableOutcomeOfInteger(JsonGenerator out,
      Shapes.Outcome<Integer> value) throws IOException {
    Nullables.write(out, value, ShapesMarshaller::writeOutcomeOfInteger);
  }

  private static Shapes.Outcome<Integer> readNullableOutcomeOfInteger(JsonParser in) throws
      IOException {
    return Nullables.read(in, ShapesMarshaller::readOutcomeOfInteger);
  }

  private static void writeNullableAnimal(JsonGenerator out, Shapes.Animal value) throws
      IOException {
    Nullables.write(out, value, ShapesMarshaller::writeAnimal);
  }

  private static Shapes.Animal readNullableAnimal(JsonParser in) throws IOException {
    return Nullables.read(in, ShapesMarshaller::readAnimal);
  }

  private static void writeNullableRange(JsonGenerator out, Shapes.Range value) throws
      IOException {
    Nullables.write(out, value, ShapesMarshaller::writeRange);
  }

  private static Shapes.Range readNullableRange(JsonParser in) throws IOException {
    return Nullables.read(in, ShapesMarshaller::readRange);
  }

  private static void writeNullableAnnotated(JsonGenerator out, Shapes.Annotated value) throws
      IOException {
    Nullables.write(out, value, ShapesMarshaller::writeAnnotated);
  }

  private static Shapes.Annotated readNullableAnnotated(JsonParser in) throws IOException {
    return Nullables.read(in, ShapesMarshaller::readAnnotated);
  }

  private static void writeNullableBean(JsonGenerator out, Shapes.Bean value) throws
      IOException {
    Nullables.write(out, value, ShapesMarshaller::writeBean);
  }

  private static Shapes.Bean readNullableBean(JsonParser in) throws IOException {
    return Nullables.read(in, ShapesMarshaller::readBean);
  }

  private static void writeNullablePoint(JsonGenerator out, Shapes.Point value) throws
      IOException {
    Nullables.write(out, value, ShapesMarshaller::writePoint);
  }

  private static Shapes.Point readNullablePoint(JsonParser in) throws IOException {
    return Nullables.read(in, ShapesMarshaller::readPoint);
  }

  private static void writeNullableStrict(JsonGenerator out, Shapes.Strict value) throws
      IOException {
    Nullables.write(out, value, ShapesMarshaller::writeStrict);
  }

  private static Shapes.Strict readNullableStrict(JsonParser in) throws IOException {
    return Nullables.read(in, ShapesMarshaller::readStrict);
  }

  private static void writeNullableInteger(JsonGenerator out, Integer value) throws
      IOException {
    Nullables.write(out, value, JsonGenerator::writeNumber);
  }

  private static void writeNullableListOfShape(JsonGenerator out, List<Shapes.Shape> value)
      throws IOException {
    Nullables.write(out, value, ShapesMarshaller::writeListOfShape);
  }

  private static void writeNullableListOfString(JsonGenerator out, List<String> value)
      throws IOException {
    Nullables.write(out, value, ShapesMarshaller::writeListOfString);
  }

  private static void writeNullableArrayOfInt(JsonGenerator out, int[] value) throws
      IOException {
    Nullables.write(out, value, ArrayValues::writeInts);
  }

  private static void writeNullableLevel(JsonGenerator out, Shapes.Level value) throws
      IOException {
    Nullables.write(out, value, ShapesMarshaller::writeLevel);
  }

  private static void writeNullableListOfBean(JsonGenerator out, List<Shapes.Bean> value)
      throws IOException {
    Nullables.write(out, value, ShapesMarshaller::writeListOfBean);
  }

  private static void writeListOfShape(JsonGenerator out, List<Shapes.Shape> value) throws
      IOException {
    Lists.write(out, value, ShapesMarshaller::writeShape);
  }

  private static void writeListOfString(JsonGenerator out, List<String> value) throws
      IOException {
    Lists.write(out, value, JsonGenerator::writeString);
  }

  private static void writeListOfBean(JsonGenerator out, List<Shapes.Bean> value) throws
      IOException {
    Lists.write(out, value, ShapesMarshaller::writeBean);
  }
}
