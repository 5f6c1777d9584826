package good;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.json.ArrayValues;
import io.callbox.json.Bytes;
import io.callbox.json.JsonMismatchException;
import io.callbox.json.Lists;
import io.callbox.json.Maps;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Nullables;
import io.callbox.json.Numbers;
import io.callbox.json.Optionals;
import io.callbox.json.Sets;
import io.callbox.json.Texts;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.ResultType;
import io.callbox.rpc.ServiceDescriptor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * Writes and reads what {@link Types} sends.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
final class TypesMarshaller {
  private static final SerializedString VALUE_FIELD = new SerializedString("value");

  private static final SerializedString BOXED_FIELD = new SerializedString("boxed");

  private static final SerializedString FLAG_FIELD = new SerializedString("flag");

  private static final SerializedString FIRST_FIELD = new SerializedString("first");

  private static final SerializedString REST_FIELD = new SerializedString("rest");

  private static final SerializedString BOOL_FIELD = new SerializedString("bool");

  private static final SerializedString B_FIELD = new SerializedString("b");

  private static final SerializedString S_FIELD = new SerializedString("s");

  private static final SerializedString I_FIELD = new SerializedString("i");

  private static final SerializedString L_FIELD = new SerializedString("l");

  private static final SerializedString C_FIELD = new SerializedString("c");

  private static final SerializedString F_FIELD = new SerializedString("f");

  private static final SerializedString D_FIELD = new SerializedString("d");

  private static final SerializedString BOOLS_FIELD = new SerializedString("bools");

  private static final SerializedString BYTES_FIELD = new SerializedString("bytes");

  private static final SerializedString SHORTS_FIELD = new SerializedString("shorts");

  private static final SerializedString INTS_FIELD = new SerializedString("ints");

  private static final SerializedString LONGS_FIELD = new SerializedString("longs");

  private static final SerializedString CHARS_FIELD = new SerializedString("chars");

  private static final SerializedString FLOATS_FIELD = new SerializedString("floats");

  private static final SerializedString DOUBLES_FIELD = new SerializedString("doubles");

  private static final SerializedString STRINGS_FIELD = new SerializedString("strings");

  private static final SerializedString GRID_FIELD = new SerializedString("grid");

  private static final SerializedString BLOBS_FIELD = new SerializedString("blobs");

  private static final SerializedString COLOURS_FIELD = new SerializedString("colours");

  private static final SerializedString LISTS_FIELD = new SerializedString("lists");

  private static final SerializedString PAIRS_FIELD = new SerializedString("pairs");

  private static final SerializedString SECOND_FIELD = new SerializedString("second");

  private static final SerializedString INTEGERS_FIELD = new SerializedString("integers");

  private static final SerializedString BY_NAME_FIELD = new SerializedString("byName");

  private static final SerializedString DEEP_FIELD = new SerializedString("deep");

  private static final SerializedString MAYBE_FIELD = new SerializedString("maybe");

  private static final SerializedString MAYBES_FIELD = new SerializedString("maybes");

  private static final SerializedString MAYBE_FLAGS_FIELD = new SerializedString("maybeFlags");

  private static final SerializedString NAME_FIELD = new SerializedString("name");

  private static final SerializedString CHILDREN_FIELD = new SerializedString("children");

  private static final SerializedString PARENT_FIELD = new SerializedString("parent");

  private static final Members PRIMITIVES_PARAMS_MEMBERS = Members.of("value");

  private static final Members BOXES_PARAMS_MEMBERS = Members.of("value");

  private static final Members ARRAYS_PARAMS_MEMBERS = Members.of("value");

  private static final Members COLLECTIONS_PARAMS_MEMBERS = Members.of("value");

  private static final Members PAIRS_PARAMS_MEMBERS = Members.of("value");

  private static final Members TREE_PARAMS_MEMBERS = Members.of("value");

  private static final Members COLOUR_PARAMS_MEMBERS = Members.of("value");

  private static final Members BYTES_PARAMS_MEMBERS = Members.of("value");

  private static final Members GRID_PARAMS_MEMBERS = Members.of("value");

  private static final Members LISTS_PARAMS_MEMBERS = Members.of("value");

  private static final Members MAP_PARAMS_MEMBERS = Members.of("value");

  private static final Members TEXT_PARAMS_MEMBERS = Members.of("value", "boxed", "flag");

  private static final Members VARARGS_PARAMS_MEMBERS = Members.of("first", "rest");

  private static final Members NEGATE_PARAMS_MEMBERS = Members.of("value");

  private static final Members NEXT_PARAMS_MEMBERS = Members.of("value");

  private static final Members PRIMITIVES_MEMBERS = Members.of("bool", "b", "s", "i", "l",
      "c", "f", "d");

  private static final Members BOXES_MEMBERS = Members.of("bool", "b", "s", "i", "l", "c",
      "f", "d");

  private static final Members ARRAYS_MEMBERS = Members.of("bools", "bytes", "shorts", "ints",
      "longs", "chars", "floats", "doubles", "strings", "grid", "blobs", "colours", "lists",
      "pairs");

  private static final Members PAIR_OF_STRING_AND_INTEGER_MEMBERS = Members.of("first",
      "second");

  private static final Members COLLECTIONS_MEMBERS = Members.of("strings", "colours",
      "integers", "byName", "deep", "maybe", "maybes", "maybeFlags");

  private static final Members EMPTY_MEMBERS = Members.of();

  private static final Members PAIR_OF_LONG_AND_EMPTY_MEMBERS = Members.of("first", "second");

  private static final Members PAIR_OF_COLOUR_AND_PAIR_OF_LONG_AND_EMPTY_MEMBERS = Members.of("first",
      "second");

  private static final Members TREE_MEMBERS = Members.of("name", "children", "parent");

  private static final Members PAIR_OF_INTEGER_AND_LIST_OF_TREE_MEMBERS = Members.of("first",
      "second");

  private static final Members PAIR_OF_STRING_AND_PAIR_OF_INTEGER_AND_LIST_OF_TREE_MEMBERS = Members.of("first",
      "second");

  static final ResultType<Types.Primitives> PRIMITIVES_RESULT = new ResultType<>(
      TypesMarshaller::readNullablePrimitives,
      TypesMarshaller::writeNullablePrimitives);

  static final ResultType<Types.Boxes> BOXES_RESULT = new ResultType<>(
      TypesMarshaller::readNullableBoxes,
      TypesMarshaller::writeNullableBoxes);

  static final ResultType<Types.Arrays> ARRAYS_RESULT = new ResultType<>(
      TypesMarshaller::readNullableArrays,
      TypesMarshaller::writeNullableArrays);

  static final ResultType<Types.Collections> COLLECTIONS_RESULT = new ResultType<>(
      TypesMarshaller::readNullableCollections,
      TypesMarshaller::writeNullableCollections);

  static final ResultType<Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>>> PAIR_OF_STRING_AND_PAIR_OF_INTEGER_AND_LIST_OF_TREE_RESULT = new ResultType<>(
      TypesMarshaller::readNullablePairOfStringAndPairOfIntegerAndListOfTree,
      TypesMarshaller::writeNullablePairOfStringAndPairOfIntegerAndListOfTree);

  static final ResultType<Types.Tree> TREE_RESULT = new ResultType<>(
      TypesMarshaller::readNullableTree,
      TypesMarshaller::writeNullableTree);

  static final ResultType<Optional<Types.Colour>> OPTIONAL_OF_COLOUR_RESULT = new ResultType<>(
      TypesMarshaller::readOptionalOfColourResult,
      TypesMarshaller::writeOptionalOfColourResult);

  static final ResultType<byte[]> ARRAY_OF_BYTE_RESULT = new ResultType<>(
      TypesMarshaller::readNullableArrayOfByte,
      TypesMarshaller::writeNullableArrayOfByte);

  static final ResultType<int[][]> ARRAY_OF_ARRAY_OF_INT_RESULT = new ResultType<>(
      TypesMarshaller::readNullableArrayOfArrayOfInt,
      TypesMarshaller::writeNullableArrayOfArrayOfInt);

  static final ResultType<List<String>[]> ARRAY_OF_LIST_OF_STRING_RESULT = new ResultType<>(
      TypesMarshaller::readNullableArrayOfListOfString,
      TypesMarshaller::writeNullableArrayOfListOfString);

  static final ResultType<Map<String, Set<Types.Colour>>> MAP_OF_SET_OF_COLOUR_RESULT = new ResultType<>(
      TypesMarshaller::readNullableMapOfSetOfColour,
      TypesMarshaller::writeNullableMapOfSetOfColour);

  static final ResultType<String> STRING_RESULT = new ResultType<>(
      TypesMarshaller::readStringResult,
      TypesMarshaller::writeStringResult);

  static final ResultType<Integer> INT_RESULT = new ResultType<>(
      TypesMarshaller::readIntResult,
      TypesMarshaller::writeIntResult);

  static final ResultType<Boolean> BOOLEAN_RESULT = new ResultType<>(
      TypesMarshaller::readBooleanResult,
      TypesMarshaller::writeBooleanResult);

  static final ResultType<Character> CHAR_RESULT = new ResultType<>(
      TypesMarshaller::readCharResult,
      TypesMarshaller::writeCharResult);

  static final MethodDescriptor<Types.Primitives> PRIMITIVES = MethodDescriptor.named("Types", "primitives")
      .returning(PRIMITIVES_RESULT);

  static final MethodDescriptor<Types.Boxes> BOXES = MethodDescriptor.named("Types", "boxes")
      .returning(BOXES_RESULT);

  static final MethodDescriptor<Types.Arrays> ARRAYS = MethodDescriptor.named("Types", "arrays")
      .returning(ARRAYS_RESULT);

  static final MethodDescriptor<Types.Collections> COLLECTIONS = MethodDescriptor.named("Types", "collections")
      .returning(COLLECTIONS_RESULT);

  static final MethodDescriptor<Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>>> PAIRS = MethodDescriptor.named("Types", "pairs")
      .returning(PAIR_OF_STRING_AND_PAIR_OF_INTEGER_AND_LIST_OF_TREE_RESULT);

  static final MethodDescriptor<Types.Tree> TREE = MethodDescriptor.named("Types", "tree")
      .returning(TREE_RESULT);

  static final MethodDescriptor<Optional<Types.Colour>> COLOUR = MethodDescriptor.named("Types", "colour")
      .returning(OPTIONAL_OF_COLOUR_RESULT);

  static final MethodDescriptor<byte[]> BYTES = MethodDescriptor.named("Types", "bytes")
      .returning(ARRAY_OF_BYTE_RESULT);

  static final MethodDescriptor<int[][]> GRID = MethodDescriptor.named("Types", "grid")
      .returning(ARRAY_OF_ARRAY_OF_INT_RESULT);

  static final MethodDescriptor<List<String>[]> LISTS = MethodDescriptor.named("Types", "lists")
      .returning(ARRAY_OF_LIST_OF_STRING_RESULT);

  static final MethodDescriptor<Map<String, Set<Types.Colour>>> MAP = MethodDescriptor.named("Types", "map")
      .returning(MAP_OF_SET_OF_COLOUR_RESULT);

  static final MethodDescriptor<String> TEXT = MethodDescriptor.named("Types", "text")
      .returning(STRING_RESULT);

  static final MethodDescriptor<Integer> VARARGS = MethodDescriptor.named("Types", "varargs")
      .returning(INT_RESULT);

  static final MethodDescriptor<Boolean> NEGATE = MethodDescriptor.named("Types", "negate")
      .returning(BOOLEAN_RESULT);

  static final MethodDescriptor<Character> NEXT = MethodDescriptor.named("Types", "next")
      .returning(CHAR_RESULT);

  static final ServiceDescriptor SERVICE = ServiceDescriptor.of("Types", PRIMITIVES, BOXES,
      ARRAYS, COLLECTIONS, PAIRS, TREE, COLOUR, BYTES, GRID, LISTS, MAP, TEXT, VARARGS, NEGATE,
      NEXT);

  private TypesMarshaller() {
  }

  static ParamsWriter paramsOfPrimitives(Types.Primitives value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullablePrimitives(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readPrimitivesParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    Types.Primitives value = null;
    MemberCursor members = PRIMITIVES_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readPrimitives(in);
        default -> members.skip();
      }
    }
    return skeleton.callPrimitives(value);
  }

  static ParamsWriter paramsOfBoxes(Types.Boxes value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableBoxes(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readBoxesParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    Types.Boxes value = null;
    MemberCursor members = BOXES_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readBoxes(in);
        default -> members.skip();
      }
    }
    return skeleton.callBoxes(value);
  }

  static ParamsWriter paramsOfArrays(Types.Arrays value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableArrays(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readArraysParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    Types.Arrays value = null;
    MemberCursor members = ARRAYS_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readArrays(in);
        default -> members.skip();
      }
    }
    return skeleton.callArrays(value);
  }

  static ParamsWriter paramsOfCollections(Types.Collections value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableCollections(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readCollectionsParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    Types.Collections value = null;
    MemberCursor members = COLLECTIONS_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readCollections(in);
        default -> members.skip();
      }
    }
    return skeleton.callCollections(value);
  }

  static ParamsWriter paramsOfPairs(
      Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullablePairOfColourAndPairOfLongAndEmpty(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readPairsParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value = null;
    MemberCursor members = PAIRS_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readPairOfColourAndPairOfLongAndEmpty(in);
        default -> members.skip();
      }
    }
    return skeleton.callPairs(value);
  }

  static ParamsWriter paramsOfTree(Types.Tree value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableTree(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readTreeParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    Types.Tree value = null;
    MemberCursor members = TREE_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readTree(in);
        default -> members.skip();
      }
    }
    return skeleton.callTree(value);
  }

  static ParamsWriter paramsOfColour(Optional<Types.Colour> value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      Optionals.write(out, value, TypesMarshaller::writeColour);
      out.writeEndObject();
    };
  }

  static Invocation readColourParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    Optional<Types.Colour> value = Optional.empty();
    MemberCursor members = COLOUR_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = Optionals.read(in, TypesMarshaller::readColour);
        default -> members.skip();
      }
    }
    return skeleton.callColour(value);
  }

  static void writeOptionalOfColourResult(JsonGenerator out, Optional<Types.Colour> result)
      throws IOException {
    Optionals.write(out, result, TypesMarshaller::writeColour);
  }

  static Optional<Types.Colour> readOptionalOfColourResult(JsonParser in) throws
      IOException {
    return Optionals.read(in, TypesMarshaller::readColour);
  }

  static ParamsWriter paramsOfBytes(byte[] value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableArrayOfByte(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readBytesParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    byte[] value = null;
    MemberCursor members = BYTES_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : Bytes.read(in);
        default -> members.skip();
      }
    }
    return skeleton.callBytes(value);
  }

  static ParamsWriter paramsOfGrid(int[][] value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableArrayOfArrayOfInt(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readGridParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    int[][] value = null;
    MemberCursor members = GRID_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : ArrayValues.read(in, ArrayValues::readInts, int[][]::new);
        default -> members.skip();
      }
    }
    return skeleton.callGrid(value);
  }

  static ParamsWriter paramsOfLists(List<String>[] value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableArrayOfListOfString(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readListsParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    List<String>[] value = null;
    MemberCursor members = LISTS_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readArrayOfListOfString(in);
        default -> members.skip();
      }
    }
    return skeleton.callLists(value);
  }

  static ParamsWriter paramsOfMap(Map<String, Set<Types.Colour>> value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      writeNullableMapOfSetOfColour(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readMapParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    Map<String, Set<Types.Colour>> value = null;
    MemberCursor members = MAP_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : Maps.read(in, TypesMarshaller::readSetOfColour);
        default -> members.skip();
      }
    }
    return skeleton.callMap(value);
  }

  static ParamsWriter paramsOfText(String value, Integer boxed, boolean flag) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      out.writeString(value);
      out.writeFieldName(BOXED_FIELD);
      writeNullableInteger(out, boxed);
      out.writeFieldName(FLAG_FIELD);
      out.writeBoolean(flag);
      out.writeEndObject();
    };
  }

  static Invocation readTextParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    String value = null;
    Integer boxed = null;
    boolean flag = false;
    MemberCursor members = TEXT_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : Texts.readString(in);
        case 1 -> boxed = members.isNull() ? null : Numbers.readInt(in);
        case 2 -> flag = Numbers.readBoolean(in);
        default -> members.skip();
      }
    }
    members.require(2);
    return skeleton.callText(value, boxed, flag);
  }

  static void writeStringResult(JsonGenerator out, String result) throws IOException {
    out.writeString(result);
  }

  static String readStringResult(JsonParser in) throws IOException {
    return Nullables.read(in, Texts::readString);
  }

  static ParamsWriter paramsOfVarargs(String first, int[] rest) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(FIRST_FIELD);
      out.writeString(first);
      out.writeFieldName(REST_FIELD);
      writeNullableArrayOfInt(out, rest);
      out.writeEndObject();
    };
  }

  static Invocation readVarargsParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    String first = null;
    int[] rest = null;
    MemberCursor members = VARARGS_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> first = members.isNull() ? null : Texts.readString(in);
        case 1 -> rest = members.isNull() ? null : ArrayValues.readInts(in);
        default -> members.skip();
      }
    }
    return skeleton.callVarargs(first, rest);
  }

  static void writeIntResult(JsonGenerator out, int result) throws IOException {
    out.writeNumber(result);
  }

  static int readIntResult(JsonParser in) throws IOException {
    return Numbers.readInt(in);
  }

  static ParamsWriter paramsOfNegate(boolean value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      out.writeBoolean(value);
      out.writeEndObject();
    };
  }

  static Invocation readNegateParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    boolean value = false;
    MemberCursor members = NEGATE_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = Numbers.readBoolean(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return skeleton.callNegate(value);
  }

  static void writeBooleanResult(JsonGenerator out, boolean result) throws IOException {
    out.writeBoolean(result);
  }

  static boolean readBooleanResult(JsonParser in) throws IOException {
    return Numbers.readBoolean(in);
  }

  static ParamsWriter paramsOfNext(char value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(VALUE_FIELD);
      Texts.writeChar(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readNextParams(JsonParser in, TypesSkeleton skeleton) throws
      IOException {
    char value = 0;
    MemberCursor members = NEXT_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = Texts.readChar(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return skeleton.callNext(value);
  }

  static void writeCharResult(JsonGenerator out, char result) throws IOException {
    Texts.writeChar(out, result);
  }

  static char readCharResult(JsonParser in) throws IOException {
    return Texts.readChar(in);
  }

  static void writePrimitives(JsonGenerator out, Types.Primitives value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(BOOL_FIELD);
    out.writeBoolean(value.bool());
    out.writeFieldName(B_FIELD);
    out.writeNumber(value.b());
    out.writeFieldName(S_FIELD);
    out.writeNumber(value.s());
    out.writeFieldName(I_FIELD);
    out.writeNumber(value.i());
    out.writeFieldName(L_FIELD);
    out.writeNumber(value.l());
    out.writeFieldName(C_FIELD);
    Texts.writeChar(out, value.c());
    out.writeFieldName(F_FIELD);
    out.writeNumber(value.f());
    out.writeFieldName(D_FIELD);
    Numbers.writeDouble(out, value.d());
    out.writeEndObject();
  }

  static Types.Primitives readPrimitives(JsonParser in) throws IOException {
    boolean bool = false;
    byte b = 0;
    short s = 0;
    int i = 0;
    long l = 0;
    char c = 0;
    float f = 0;
    double d = 0;
    MemberCursor members = PRIMITIVES_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> bool = Numbers.readBoolean(in);
        case 1 -> b = Numbers.readByte(in);
        case 2 -> s = Numbers.readShort(in);
        case 3 -> i = Numbers.readInt(in);
        case 4 -> l = Numbers.readLong(in);
        case 5 -> c = Texts.readChar(in);
        case 6 -> f = Numbers.readFloat(in);
        case 7 -> d = Numbers.readDouble(in);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(1);
    members.require(2);
    members.require(3);
    members.require(4);
    members.require(5);
    members.require(6);
    members.require(7);
    return new Types.Primitives(bool, b, s, i, l, c, f, d);
  }

  static void writeBoxes(JsonGenerator out, Types.Boxes value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(BOOL_FIELD);
    writeNullableBoolean(out, value.bool());
    out.writeFieldName(B_FIELD);
    writeNullableByte(out, value.b());
    out.writeFieldName(S_FIELD);
    writeNullableShort(out, value.s());
    out.writeFieldName(I_FIELD);
    writeNullableInteger(out, value.i());
    out.writeFieldName(L_FIELD);
    writeNullableLong(out, value.l());
    out.writeFieldName(C_FIELD);
    writeNullableCharacter(out, value.c());
    out.writeFieldName(F_FIELD);
    writeNullableFloat(out, value.f());
    out.writeFieldName(D_FIELD);
    writeNullableDouble(out, value.d());
    out.writeEndObject();
  }

  static Types.Boxes readBoxes(JsonParser in) throws IOException {
    Boolean bool = null;
    Byte b = null;
    Short s = null;
    Integer i = null;
    Long l = null;
    Character c = null;
    Float f = null;
    Double d = null;
    MemberCursor members = BOXES_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> bool = members.isNull() ? null : Numbers.readBoolean(in);
        case 1 -> b = members.isNull() ? null : Numbers.readByte(in);
        case 2 -> s = members.isNull() ? null : Numbers.readShort(in);
        case 3 -> i = members.isNull() ? null : Numbers.readInt(in);
        case 4 -> l = members.isNull() ? null : Numbers.readLong(in);
        case 5 -> c = members.isNull() ? null : Texts.readChar(in);
        case 6 -> f = members.isNull() ? null : Numbers.readFloat(in);
        case 7 -> d = members.isNull() ? null : Numbers.readDouble(in);
        default -> members.skip();
      }
    }
    return new Types.Boxes(bool, b, s, i, l, c, f, d);
  }

  static void writeArrays(JsonGenerator out, Types.Arrays value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(BOOLS_FIELD);
    writeNullableArrayOfBoolean(out, value.bools());
    out.writeFieldName(BYTES_FIELD);
    writeNullableArrayOfByte(out, value.bytes());
    out.writeFieldName(SHORTS_FIELD);
    writeNullableArrayOfShort(out, value.shorts());
    out.writeFieldName(INTS_FIELD);
    writeNullableArrayOfInt(out, value.ints());
    out.writeFieldName(LONGS_FIELD);
    writeNullableArrayOfLong(out, value.longs());
    out.writeFieldName(CHARS_FIELD);
    writeNullableArrayOfChar(out, value.chars());
    out.writeFieldName(FLOATS_FIELD);
    writeNullableArrayOfFloat(out, value.floats());
    out.writeFieldName(DOUBLES_FIELD);
    writeNullableArrayOfDouble(out, value.doubles());
    out.writeFieldName(STRINGS_FIELD);
    writeNullableArrayOfString(out, value.strings());
    out.writeFieldName(GRID_FIELD);
    writeNullableArrayOfArrayOfInt(out, value.grid());
    out.writeFieldName(BLOBS_FIELD);
    writeNullableArrayOfArrayOfByte(out, value.blobs());
    out.writeFieldName(COLOURS_FIELD);
    writeNullableArrayOfColour(out, value.colours());
    out.writeFieldName(LISTS_FIELD);
    writeNullableArrayOfListOfString(out, value.lists());
    out.writeFieldName(PAIRS_FIELD);
    writeNullableArrayOfArrayOfPairOfStringAndInteger(out, value.pairs());
    out.writeEndObject();
  }

  static Types.Arrays readArrays(JsonParser in) throws IOException {
    boolean[] bools = null;
    byte[] bytes = null;
    short[] shorts = null;
    int[] ints = null;
    long[] longs = null;
    char[] chars = null;
    float[] floats = null;
    double[] doubles = null;
    String[] strings = null;
    int[][] grid = null;
    byte[][] blobs = null;
    Types.Colour[] colours = null;
    List<String>[] lists = null;
    Types.Pair<String, Integer>[][] pairs = null;
    MemberCursor members = ARRAYS_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> bools = members.isNull() ? null : ArrayValues.readBooleans(in);
        case 1 -> bytes = members.isNull() ? null : Bytes.read(in);
        case 2 -> shorts = members.isNull() ? null : ArrayValues.readShorts(in);
        case 3 -> ints = members.isNull() ? null : ArrayValues.readInts(in);
        case 4 -> longs = members.isNull() ? null : ArrayValues.readLongs(in);
        case 5 -> chars = members.isNull() ? null : ArrayValues.readChars(in);
        case 6 -> floats = members.isNull() ? null : ArrayValues.readFloats(in);
        case 7 -> doubles = members.isNull() ? null : ArrayValues.readDoubles(in);
        case 8 -> strings = members.isNull() ? null : ArrayValues.read(in, Texts::readString, String[]::new);
        case 9 -> grid = members.isNull() ? null : ArrayValues.read(in, ArrayValues::readInts, int[][]::new);
        case 10 -> blobs = members.isNull() ? null : ArrayValues.read(in, Bytes::read, byte[][]::new);
        case 11 -> colours = members.isNull() ? null : ArrayValues.read(in, TypesMarshaller::readColour, Types.Colour[]::new);
        case 12 -> lists = members.isNull() ? null : readArrayOfListOfString(in);
        case 13 -> pairs = members.isNull() ? null : readArrayOfArrayOfPairOfStringAndInteger(in);
        default -> members.skip();
      }
    }
    return new Types.Arrays(bools, bytes, shorts, ints, longs, chars, floats, doubles, strings,
        grid, blobs, colours, lists, pairs);
  }

  static void writeColour(JsonGenerator out, Types.Colour value) throws IOException {
    out.writeString(value.name());
  }

  static Types.Colour readColour(JsonParser in) throws IOException {
    return namedColour(Texts.readString(in), in);
  }

  private static Types.Colour namedColour(String name, JsonParser in) throws
      JsonMismatchException {
    return switch (name) {
      case "RED" -> Types.Colour.RED;
      case "GREEN" -> Types.Colour.GREEN;
      default -> throw JsonMismatchException.expected("one of RED, GREEN", in);
    };
  }

  static void writePairOfStringAndInteger(JsonGenerator out,
      Types.Pair<String, Integer> value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(FIRST_FIELD);
    out.writeString(value.first());
    out.writeFieldName(SECOND_FIELD);
    writeNullableInteger(out, value.second());
    out.writeEndObject();
  }

  static Types.Pair<String, Integer> readPairOfStringAndInteger(JsonParser in) throws
      IOException {
    String first = null;
    Integer second = null;
    MemberCursor members = PAIR_OF_STRING_AND_INTEGER_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> first = members.isNull() ? null : Texts.readString(in);
        case 1 -> second = members.isNull() ? null : Numbers.readInt(in);
        default -> members.skip();
      }
    }
    return new Types.Pair<>(first, second);
  }

  static void writeCollections(JsonGenerator out, Types.Collections value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(STRINGS_FIELD);
    writeNullableListOfString(out, value.strings());
    out.writeFieldName(COLOURS_FIELD);
    writeNullableListOfListOfColour(out, value.colours());
    out.writeFieldName(INTEGERS_FIELD);
    writeNullableSetOfInteger(out, value.integers());
    out.writeFieldName(BY_NAME_FIELD);
    writeNullableMapOfColour(out, value.byName());
    out.writeFieldName(DEEP_FIELD);
    writeNullableMapOfListOfMapOfArrayOfInt(out, value.deep());
    out.writeFieldName(MAYBE_FIELD);
    Optionals.write(out, value.maybe(), JsonGenerator::writeString);
    out.writeFieldName(MAYBES_FIELD);
    writeNullableListOfOptionalOfInteger(out, value.maybes());
    out.writeFieldName(MAYBE_FLAGS_FIELD);
    Optionals.write(out, value.maybeFlags(), TypesMarshaller::writeListOfBoolean);
    out.writeEndObject();
  }

  static Types.Collections readCollections(JsonParser in) throws IOException {
    List<String> strings = null;
    List<List<Types.Colour>> colours = null;
    Set<Integer> integers = null;
    Map<String, Types.Colour> byName = null;
    Map<String, List<Map<String, int[]>>> deep = null;
    Optional<String> maybe = Optional.empty();
    List<Optional<Integer>> maybes = null;
    Optional<List<Boolean>> maybeFlags = Optional.empty();
    MemberCursor members = COLLECTIONS_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> strings = members.isNull() ? null : Lists.read(in, Texts::readString);
        case 1 -> colours = members.isNull() ? null : Lists.read(in, TypesMarshaller::readListOfColour);
        case 2 -> integers = members.isNull() ? null : Sets.read(in, Numbers::readInt);
        case 3 -> byName = members.isNull() ? null : Maps.read(in, TypesMarshaller::readColour);
        case 4 -> deep = members.isNull() ? null : Maps.read(in, TypesMarshaller::readListOfMapOfArrayOfInt);
        case 5 -> maybe = Optionals.read(in, Texts::readString);
        case 6 -> maybes = members.isNull() ? null : Lists.read(in, Optionals.reader(Numbers::readInt));
        case 7 -> maybeFlags = Optionals.read(in, TypesMarshaller::readListOfBoolean);
        default -> members.skip();
      }
    }
    return new Types.Collections(strings, colours, integers, byName, deep, maybe, maybes,
        maybeFlags);
  }

  static void writeEmpty(JsonGenerator out, Types.Empty value) throws IOException {
    out.writeStartObject();
    out.writeEndObject();
  }

  static Types.Empty readEmpty(JsonParser in) throws IOException {
    MemberCursor members = EMPTY_MEMBERS.open(in);
    while (members.next()) {
      members.skip();
    }
    return new Types.Empty();
  }

  static void writePairOfLongAndEmpty(JsonGenerator out,
      Types.Pair<Long, Types.Empty> value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(FIRST_FIELD);
    writeNullableLong(out, value.first());
    out.writeFieldName(SECOND_FIELD);
    writeNullableEmpty(out, value.second());
    out.writeEndObject();
  }

  static Types.Pair<Long, Types.Empty> readPairOfLongAndEmpty(JsonParser in) throws
      IOException {
    Long first = null;
    Types.Empty second = null;
    MemberCursor members = PAIR_OF_LONG_AND_EMPTY_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> first = members.isNull() ? null : Numbers.readLong(in);
        case 1 -> second = members.isNull() ? null : readEmpty(in);
        default -> members.skip();
      }
    }
    return new Types.Pair<>(first, second);
  }

  static void writePairOfColourAndPairOfLongAndEmpty(JsonGenerator out,
      Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(FIRST_FIELD);
    writeNullableColour(out, value.first());
    out.writeFieldName(SECOND_FIELD);
    writeNullablePairOfLongAndEmpty(out, value.second());
    out.writeEndObject();
  }

  static Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> readPairOfColourAndPairOfLongAndEmpty(
      JsonParser in) throws IOException {
    Types.Colour first = null;
    Types.Pair<Long, Types.Empty> second = null;
    MemberCursor members = PAIR_OF_COLOUR_AND_PAIR_OF_LONG_AND_EMPTY_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> first = members.isNull() ? null : readColour(in);
        case 1 -> second = members.isNull() ? null : readPairOfLongAndEmpty(in);
        default -> members.skip();
      }
    }
    return new Types.Pair<>(first, second);
  }

  static void writeTree(JsonGenerator out, Types.Tree value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(NAME_FIELD);
    out.writeString(value.name());
    out.writeFieldName(CHILDREN_FIELD);
    writeNullableListOfTree(out, value.children());
    out.writeFieldName(PARENT_FIELD);
    writeNullableTree(out, value.parent());
    out.writeEndObject();
  }

  static Types.Tree readTree(JsonParser in) throws IOException {
    String name = null;
    List<Types.Tree> children = null;
    Types.Tree parent = null;
    MemberCursor members = TREE_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> name = members.isNull() ? null : Texts.readString(in);
        case 1 -> children = members.isNull() ? null : Lists.read(in, TypesMarshaller::readTree);
        case 2 -> parent = members.isNull() ? null : readTree(in);
        default -> members.skip();
      }
    }
    return new Types.Tree(name, children, parent);
  }

  static void writePairOfIntegerAndListOfTree(JsonGenerator out,
      Types.Pair<Integer, List<Types.Tree>> value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(FIRST_FIELD);
    writeNullableInteger(out, value.first());
    out.writeFieldName(SECOND_FIELD);
    writeNullableListOfTree(out, value.second());
    out.writeEndObject();
  }

  static Types.Pair<Integer, List<Types.Tree>> readPairOfIntegerAndListOfTree(
      JsonParser in) throws IOException {
    Integer first = null;
    List<Types.Tree> second = null;
    MemberCursor members = PAIR_OF_INTEGER_AND_LIST_OF_TREE_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> first = members.isNull() ? null : Numbers.readInt(in);
        case 1 -> second = members.isNull() ? null : Lists.read(in, TypesMarshaller::readTree);
        default -> members.skip();
      }
    }
    return new Types.Pair<>(first, second);
  }

  static void writePairOfStringAndPairOfIntegerAndListOfTree(JsonGenerator out,
      Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>> value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(FIRST_FIELD);
    out.writeString(value.first());
    out.writeFieldName(SECOND_FIELD);
    writeNullablePairOfIntegerAndListOfTree(out, value.second());
    out.writeEndObject();
  }

  static Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>> readPairOfStringAndPairOfIntegerAndListOfTree(
      JsonParser in) throws IOException {
    String first = null;
    Types.Pair<Integer, List<Types.Tree>> second = null;
    MemberCursor members = PAIR_OF_STRING_AND_PAIR_OF_INTEGER_AND_LIST_OF_TREE_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> first = members.isNull() ? null : Texts.readString(in);
        case 1 -> second = members.isNull() ? null : readPairOfIntegerAndListOfTree(in);
        default -> members.skip();
      }
    }
    return new Types.Pair<>(first, second);
  }

  private static void writeNullablePrimitives(JsonGenerator out, Types.Primitives value)
      throws IOException {
    Nullables.write(out, value, TypesMarshaller::writePrimitives);
  }

  private static Types.Primitives readNullablePrimitives(JsonParser in) throws
      IOException {
    return Nullables.read(in, TypesMarshaller::readPrimitives);
  }

  private static void writeNullableBoxes(JsonGenerator out, Types.Boxes value) throws
      IOException {
    Nullables.write(out, value, TypesMarshaller::writeBoxes);
  }

  private static Types.Boxes readNullableBoxes(JsonParser in) throws IOException {
    return Nullables.read(in, TypesMarshaller::readBoxes);
  }

  private static void writeNullableArrays(JsonGenerator out, Types.Arrays value) throws
      IOException {
    Nullables.write(out, value, TypesMarshaller::writeArrays);
  }

  private static Types.Arrays readNullableArrays(JsonParser in) throws IOException {
    return Nullables.read(in, TypesMarshaller::readArrays);
  }

  private static void writeNullableCollections(JsonGenerator out, Types.Collections value)
      throws IOException {
    Nullables.write(out, value, TypesMarshaller::writeCollections);
  }

  private static Types.Collections readNullableCollections(JsonParser in) throws
      IOException {
    return Nullables.read(in, TypesMarshaller::readCollections);
  }

  private static void writeNullablePairOfColourAndPairOfLongAndEmpty(JsonGenerator out,
      Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value) throws
      IOException {
    Nullables.write(out, value, TypesMarshaller::writePairOfColourAndPairOfLongAndEmpty);
  }

  private static Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>> readNullablePairOfStringAndPairOfIntegerAndListOfTree(
      JsonParser in) throws IOException {
    return Nullables.read(in, TypesMarshaller::readPairOfStringAndPairOfIntegerAndListOfTree);
  }

  private static void writeNullablePairOfStringAndPairOfIntegerAndListOfTree(JsonGenerator out,
      Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>> value) throws
      IOException {
    Nullables.write(out, value, TypesMarshaller::writePairOfStringAndPairOfIntegerAndListOfTree);
  }

  private static void writeNullableTree(JsonGenerator out, Types.Tree value) throws
      IOException {
    Nullables.write(out, value, TypesMarshaller::writeTree);
  }

  private static Types.Tree readNullableTree(JsonParser in) throws IOException {
    return Nullables.read(in, TypesMarshaller::readTree);
  }

  private static void writeNullableArrayOfByte(JsonGenerator out, byte[] value) throws
      IOException {
    Nullables.write(out, value, Bytes::write);
  }

  private static byte[] readNullableArrayOfByte(JsonParser in) throws IOException {
    return Nullables.read(in, Bytes::read);
  }

  private static void writeNullableArrayOfArrayOfInt(JsonGenerator out, int[][] value) throws
      IOException {
    Nullables.write(out, value, TypesMarshaller::writeArrayOfArrayOfInt);
  }

  private static int[][] readNullableArrayOfArrayOfInt(JsonParser in) throws IOException {
    return Nullables.read(in, TypesMarshaller::readArrayOfArrayOfInt);
  }

  private static void writeNullableArrayOfListOfString(JsonGenerator out,
      List<String>[] value) throws IOException {
    Nullables.write(out, value, TypesMarshaller::writeArrayOfListOfString);
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static List<String>[] readArrayOfListOfString(JsonParser in) throws
      IOException {
    return ArrayValues.read(in, TypesMarshaller::readListOfString, size -> (List<String>[]) new List[size]);
  }

  private static List<String>[] readNullableArrayOfListOfString(JsonParser in) throws
      IOException {
    return Nullables.read(in, TypesMarshaller::readArrayOfListOfString);
  }

  private static void writeNullableMapOfSetOfColour(JsonGenerator out,
      Map<String, Set<Types.Colour>> value) throws IOException {
    Nullables.write(out, value, TypesMarshaller::writeMapOfSetOfColour);
  }

  private static Set<Types.Colour> readSetOfColour(JsonParser in) throws IOException {
    return Sets.read(in, TypesMarshaller::readColour);
  }

  private static Map<String, Set<Types.Colour>> readNullableMapOfSetOfColour(
      JsonParser in) throws IOException {
    return Nullables.read(in, TypesMarshaller::readMapOfSetOfColour);
  }

  private static void writeNullableInteger(JsonGenerator out, Integer value) throws
      IOException {
    Nullables.write(out, value, JsonGenerator::writeNumber);
  }

  private static void writeNullableArrayOfInt(JsonGenerator out, int[] value) throws
      IOException {
    Nullables.write(out, value, ArrayValues::writeInts);
  }

  private static void writeNullableBoolean(JsonGenerator out, Boolean value) throws
      IOException {
    Nullables.write(out, value, JsonGenerator::writeBoolean);
  }

  private static void writeNullableByte(JsonGenerator out, Byte value) throws IOException {
    Nullables.write(out, value, JsonGenerator::writeNumber);
  }

  private static void writeNullableShort(JsonGenerator out, Short value) throws
      IOException {
    Nullables.write(out, value, JsonGenerator::writeNumber);
  }

  private static void writeNullableLong(JsonGenerator out, Long value) throws IOException {
    Nullables.write(out, value, JsonGenerator::writeNumber);
  }

  private static void writeNullableCharacter(JsonGenerator out, Character value) throws
      IOException {
    Nullables.write(out, value, Texts::writeChar);
  }

  private static void writeNullableFloat(JsonGenerator out, Float value) throws
      IOException {
    Nullables.write(out, value, JsonGenerator::writeNumber);
  }

  private static void writeNullableDouble(JsonGenerator out, Double value) throws
      IOException {
    Nullables.write(out, value, Numbers::writeDouble);
  }

  private static void writeNullableArrayOfBoolean(JsonGenerator out, boolean[] value) throws
      IOException {
    Nullables.write(out, value, ArrayValues::writeBooleans);
  }

  private static void writeNullableArrayOfShort(JsonGenerator out, short[] value) throws
      IOException {
    Nullables.write(out, value, ArrayValues::writeShorts);
  }

  private static void writeNullableArrayOfLong(JsonGenerator out, long[] value) throws
      IOException {
    Nullables.write(out, value, ArrayValues::writeLongs);
  }

  private static void writeNullableArrayOfChar(JsonGenerator out, char[] value) throws
      IOException {
    Nullables.write(out, value, ArrayValues::writeChars);
  }

  private static void writeNullableArrayOfFloat(JsonGenerator out, float[] value) throws
      IOException {
    Nullables.write(out, value, ArrayValues::writeFloats);
  }

  private static void writeNullableArrayOfDouble(JsonGenerator out, double[] value) throws
      IOException {
    Nullables.write(out, value, ArrayValues::writeDoubles);
  }

  private static void writeNullableArrayOfString(JsonGenerator out, String[] value) throws
      IOException {
    Nullables.write(out, value, TypesMarshaller::writeArrayOfString);
  }

  private static void writeNullableArrayOfArrayOfByte(JsonGenerator out, byte[][] value) throws
      IOException {
    Nullables.write(out, value, TypesMarshaller::writeArrayOfArrayOfByte);
  }

  private static void writeNullableArrayOfColour(JsonGenerator out, Types.Colour[] value)
      throws IOException {
    Nullables.write(out, value, TypesMarshaller::writeArrayOfColour);
  }

  private static void writeNullableArrayOfArrayOfPairOfStringAndInteger(JsonGenerator out,
      Types.Pair<String, Integer>[][] value) throws IOException {
    Nullables.write(out, value, TypesMarshaller::writeArrayOfArrayOfPairOfStringAndInteger);
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static Types.Pair<String, Integer>[][] readArrayOfArrayOfPairOfStringAndInteger(
      JsonParser in) throws IOException {
    return ArrayValues.read(in, TypesMarshaller::readArrayOfPairOfStringAndInteger, size -> (Types.Pair<String, Integer>[][]) new Types.Pair[size][]);
  }

  private static void writeNullableListOfString(JsonGenerator out, List<String> value)
      throws IOException {
    Nullables.write(out, value, TypesMarshaller::writeListOfString);
  }

  private static void writeNullableListOfListOfColour(JsonGenerator out,
      List<List<Types.Colour>> value) throws IOException {
    Nullables.write(out, value, TypesMarshaller::writeListOfListOfColour);
  }

  private static void writeNullableSetOfInteger(JsonGenerator out, Set<Integer> value)
      throws IOException {
    Nullables.write(out, value, TypesMarshaller::writeSetOfInteger);
  }

  private static void writeNullableMapOfColour(JsonGenerator out,
      Map<String, Types.Colour> value) throws IOException {
    Nullables.write(out, value, TypesMarshaller::writeMapOfColour);
  }

  private static void writeNullableMapOfListOfMapOfArrayOfInt(JsonGenerator out,
      Map<String, List<Map<String, int[]>>> value) throws IOException {
    Nullables.write(out, value, TypesMarshaller::writeMapOfListOfMapOfArrayOfInt);
  }

  private static void writeNullableListOfOptionalOfInteger(JsonGenerator out,
      List<Optional<Integer>> value) throws IOException {
    Nullables.write(out, value, TypesMarshaller::writeListOfOptionalOfInteger);
  }

  private static void writeListOfBoolean(JsonGenerator out, List<Boolean> value) throws
      IOException {
    Lists.write(out, value, JsonGenerator::writeBoolean);
  }

  private static List<Types.Colour> readListOfColour(JsonParser in) throws IOException {
    return Lists.read(in, TypesMarshaller::readColour);
  }

  private static List<Map<String, int[]>> readListOfMapOfArrayOfInt(JsonParser in)
      throws IOException {
    return Lists.read(in, TypesMarshaller::readMapOfArrayOfInt);
  }

  private static List<Boolean> readListOfBoolean(JsonParser in) throws IOException {
    return Lists.read(in, Numbers::readBoolean);
  }

  private static void writeNullableEmpty(JsonGenerator out, Types.Empty value) throws
      IOException {
    Nullables.write(out, value, TypesMarshaller::writeEmpty);
  }

  private static void writeNullableColour(JsonGenerator out, Types.Colour value) throws
      IOException {
    Nullables.write(out, value, TypesMarshaller::writeColour);
  }

  private static void writeNullablePairOfLongAndEmpty(JsonGenerator out,
      Types.Pair<Long, Types.Empty> value) throws IOException {
    Nullables.write(out, value, TypesMarshaller::writePairOfLongAndEmpty);
  }

  private static void writeNullableListOfTree(JsonGenerator out, List<Types.Tree> value)
      throws IOException {
    Nullables.write(out, value, TypesMarshaller::writeListOfTree);
  }

  private static void writeNullablePairOfIntegerAndListOfTree(JsonGenerator out,
      Types.Pair<Integer, List<Types.Tree>> value) throws IOException {
    Nullables.write(out, value, TypesMarshaller::writePairOfIntegerAndListOfTree);
  }

  private static void writeArrayOfArrayOfInt(JsonGenerator out, int[][] value) throws
      IOException {
    ArrayValues.write(out, value, ArrayValues::writeInts);
  }

  private static int[][] readArrayOfArrayOfInt(JsonParser in) throws IOException {
    return ArrayValues.read(in, ArrayValues::readInts, int[][]::new);
  }

  private static void writeArrayOfListOfString(JsonGenerator out, List<String>[] value)
      throws IOException {
    ArrayValues.write(out, value, TypesMarshaller::writeListOfString);
  }

  private static List<String> readListOfString(JsonParser in) throws IOException {
    return Lists.read(in, Texts::readString);
  }

  private static void writeMapOfSetOfColour(JsonGenerator out,
      Map<String, Set<Types.Colour>> value) throws IOException {
    Maps.write(out, value, TypesMarshaller::writeSetOfColour);
  }

  private static Map<String, Set<Types.Colour>> readMapOfSetOfColour(JsonParser in)
      throws IOException {
    return Maps.read(in, TypesMarshaller::readSetOfColour);
  }

  private static void writeArrayOfString(JsonGenerator out, String[] value) throws
      IOException {
    ArrayValues.write(out, value, JsonGenerator::writeString);
  }

  private static void writeArrayOfArrayOfByte(JsonGenerator out, byte[][] value) throws
      IOException {
    ArrayValues.write(out, value, Bytes::write);
  }

  private static void writeArrayOfColour(JsonGenerator out, Types.Colour[] value) throws
      IOException {
    ArrayValues.write(out, value, TypesMarshaller::writeColour);
  }

  private static void writeArrayOfArrayOfPairOfStringAndInteger(JsonGenerator out,
      Types.Pair<String, Integer>[][] value) throws IOException {
    ArrayValues.write(out, value, TypesMarshaller::writeArrayOfPairOfStringAndInteger);
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static Types.Pair<String, Integer>[] readArrayOfPairOfStringAndInteger(
      JsonParser in) throws IOException {
    return ArrayValues.read(in, TypesMarshaller::readPairOfStringAndInteger, size -> (Types.Pair<String, Integer>[]) new Types.Pair[size]);
  }

  private static void writeListOfString(JsonGenerator out, List<String> value) throws
      IOException {
    Lists.write(out, value, JsonGenerator::writeString);
  }

  private static void writeListOfListOfColour(JsonGenerator out,
      List<List<Types.Colour>> value) throws IOException {
    Lists.write(out, value, TypesMarshaller::writeListOfColour);
  }

  private static void writeSetOfInteger(JsonGenerator out, Set<Integer> value) throws
      IOException {
    Sets.write(out, value, JsonGenerator::writeNumber);
  }

  private static void writeMapOfColour(JsonGenerator out,
      Map<String, Types.Colour> value) throws IOException {
    Maps.write(out, value, TypesMarshaller::writeColour);
  }

  private static void writeMapOfListOfMapOfArrayOfInt(JsonGenerator out,
      Map<String, List<Map<String, int[]>>> value) throws IOException {
    Maps.write(out, value, TypesMarshaller::writeListOfMapOfArrayOfInt);
  }

  private static void writeListOfOptionalOfInteger(JsonGenerator out,
      List<Optional<Integer>> value) throws IOException {
    Lists.write(out, value, TypesMarshaller::writeOptionalOfInteger);
  }

  private static Map<String, int[]> readMapOfArrayOfInt(JsonParser in) throws
      IOException {
    return Maps.read(in, ArrayValues::readInts);
  }

  private static void writeListOfTree(JsonGenerator out, List<Types.Tree> value) throws
      IOException {
    Lists.write(out, value, TypesMarshaller::writeTree);
  }

  private static void writeSetOfColour(JsonGenerator out, Set<Types.Colour> value) throws
      IOException {
    Sets.write(out, value, TypesMarshaller::writeColour);
  }

  private static void writeArrayOfPairOfStringAndInteger(JsonGenerator out,
      Types.Pair<String, Integer>[] value) throws IOException {
    ArrayValues.write(out, value, TypesMarshaller::writePairOfStringAndInteger);
  }

  private static void writeListOfColour(JsonGenerator out, List<Types.Colour> value) throws
      IOException {
    Lists.write(out, value, TypesMarshaller::writeColour);
  }

  private static void writeListOfMapOfArrayOfInt(JsonGenerator out,
      List<Map<String, int[]>> value) throws IOException {
    Lists.write(out, value, TypesMarshaller::writeMapOfArrayOfInt);
  }

  private static void writeOptionalOfInteger(JsonGenerator out, Optional<Integer> value)
      throws IOException {
    Optionals.write(out, value, JsonGenerator::writeNumber);
  }

  private static void writeMapOfArrayOfInt(JsonGenerator out, Map<String, int[]> value)
      throws IOException {
    Maps.write(out, value, ArrayValues::writeInts);
  }
}
