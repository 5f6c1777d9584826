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
import io.callbox.rpc.MethodDescriptor;
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

  private static final Members PRIMITIVES_MEMBERS = Members.of("bool", "b", "s", "i", "l", "c", "f",
      "d");

  private static final Members BOXES_MEMBERS = Members.of("bool", "b", "s", "i", "l", "c", "f",
      "d");

  private static final Members ARRAYS_MEMBERS = Members.of("bools", "bytes", "shorts", "ints",
      "longs", "chars", "floats", "doubles", "strings", "grid", "blobs", "colours", "lists",
      "pairs");

  private static final Members PAIR_OF_STRING_AND_INTEGER_MEMBERS = Members.of("first", "second");

  private static final Members COLLECTIONS_MEMBERS = Members.of("strings", "colours", "integers",
      "byName", "deep", "maybe", "maybes", "maybeFlags");

  private static final Members EMPTY_MEMBERS = Members.of();

  private static final Members PAIR_OF_LONG_AND_EMPTY_MEMBERS = Members.of("first", "second");

  private static final Members PAIR_OF_COLOUR_AND_PAIR_OF_LONG_AND_EMPTY_MEMBERS = Members.of("first",
      "second");

  private static final Members TREE_MEMBERS = Members.of("name", "children", "parent");

  private static final Members PAIR_OF_INTEGER_AND_LIST_OF_TREE_MEMBERS = Members.of("first",
      "second");

  private static final Members PAIR_OF_STRING_AND_PAIR_OF_INTEGER_AND_LIST_OF_TREE_MEMBERS = Members.of("first",
      "second");

  static final MethodDescriptor<Types.Primitives> PRIMITIVES = MethodDescriptor.named("Types", "primitives")
      .returning(TypesMarshaller::readPrimitivesResult);

  static final MethodDescriptor<Types.Boxes> BOXES = MethodDescriptor.named("Types", "boxes")
      .returning(TypesMarshaller::readBoxesResult);

  static final MethodDescriptor<Types.Arrays> ARRAYS = MethodDescriptor.named("Types", "arrays")
      .returning(TypesMarshaller::readArraysResult);

  static final MethodDescriptor<Types.Collections> COLLECTIONS = MethodDescriptor.named("Types", "collections")
      .returning(TypesMarshaller::readCollectionsResult);

  static final MethodDescriptor<Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>>> PAIRS = MethodDescriptor.named("Types", "pairs")
      .returning(TypesMarshaller::readPairsResult);

  static final MethodDescriptor<Types.Tree> TREE = MethodDescriptor.named("Types", "tree")
      .returning(TypesMarshaller::readTreeResult);

  static final MethodDescriptor<Optional<Types.Colour>> COLOUR = MethodDescriptor.named("Types", "colour")
      .returning(TypesMarshaller::readColourResult);

  static final MethodDescriptor<byte[]> BYTES = MethodDescriptor.named("Types", "bytes")
      .returning(TypesMarshaller::readBytesResult);

  static final MethodDescriptor<int[][]> GRID = MethodDescriptor.named("Types", "grid")
      .returning(TypesMarshaller::readGridResult);

  static final MethodDescriptor<List<String>[]> LISTS = MethodDescriptor.named("Types", "lists")
      .returning(TypesMarshaller::readListsResult);

  static final MethodDescriptor<Map<String, Set<Types.Colour>>> MAP = MethodDescriptor.named("Types", "map")
      .returning(TypesMarshaller::readMapResult);

  static final MethodDescriptor<String> TEXT = MethodDescriptor.named("Types", "text")
      .returning(TypesMarshaller::readTextResult);

  static final MethodDescriptor<Integer> VARARGS = MethodDescriptor.named("Types", "varargs")
      .returning(TypesMarshaller::readVarargsResult);

  static final MethodDescriptor<Boolean> NEGATE = MethodDescriptor.named("Types", "negate")
      .returning(TypesMarshaller::readNegateResult);

  static final MethodDescriptor<Character> NEXT = MethodDescriptor.named("Types", "next")
      .returning(TypesMarshaller::readNextResult);

  static final ServiceDescriptor SERVICE = ServiceDescriptor.of("Types", PRIMITIVES, BOXES, ARRAYS,
      COLLECTIONS, PAIRS, TREE, COLOUR, BYTES, GRID, LISTS, MAP, TEXT, VARARGS, NEGATE, NEXT);

  private TypesMarshaller() {
  }

  static void writePrimitivesParams(JsonGenerator out, Types.Primitives value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(VALUE_FIELD);
    Nullables.write(out, value, TypesMarshaller::writePrimitives);
    out.writeEndObject();
  }

  static PrimitivesParams readPrimitivesParams(JsonParser in) throws IOException {
    Types.Primitives value = null;
    MemberCursor members = PRIMITIVES_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readPrimitives(in);
        default -> members.skip();
      }
    }
    return new PrimitivesParams(value);
  }

  static void writePrimitivesResult(JsonGenerator out, Types.Primitives result) throws IOException {
    Nullables.write(out, result, TypesMarshaller::writePrimitives);
  }

  static Types.Primitives readPrimitivesResult(JsonParser in) throws IOException {
    return Nullables.read(in, TypesMarshaller::readPrimitives);
  }

  static void writeBoxesParams(JsonGenerator out, Types.Boxes value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(VALUE_FIELD);
    Nullables.write(out, value, TypesMarshaller::writeBoxes);
    out.writeEndObject();
  }

  static BoxesParams readBoxesParams(JsonParser in) throws IOException {
    Types.Boxes value = null;
    MemberCursor members = BOXES_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readBoxes(in);
        default -> members.skip();
      }
    }
    return new BoxesParams(value);
  }

  static void writeBoxesResult(JsonGenerator out, Types.Boxes result) throws IOException {
    Nullables.write(out, result, TypesMarshaller::writeBoxes);
  }

  static Types.Boxes readBoxesResult(JsonParser in) throws IOException {
    return Nullables.read(in, TypesMarshaller::readBoxes);
  }

  static void writeArraysParams(JsonGenerator out, Types.Arrays value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(VALUE_FIELD);
    Nullables.write(out, value, TypesMarshaller::writeArrays);
    out.writeEndObject();
  }

  static ArraysParams readArraysParams(JsonParser in) throws IOException {
    Types.Arrays value = null;
    MemberCursor members = ARRAYS_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readArrays(in);
        default -> members.skip();
      }
    }
    return new ArraysParams(value);
  }

  static void writeArraysResult(JsonGenerator out, Types.Arrays result) throws IOException {
    Nullables.write(out, result, TypesMarshaller::writeArrays);
  }

  static Types.Arrays readArraysResult(JsonParser in) throws IOException {
    return Nullables.read(in, TypesMarshaller::readArrays);
  }

  static void writeCollectionsParams(JsonGenerator out, Types.Collections value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(VALUE_FIELD);
    Nullables.write(out, value, TypesMarshaller::writeCollections);
    out.writeEndObject();
  }

  static CollectionsParams readCollectionsParams(JsonParser in) throws IOException {
    Types.Collections value = null;
    MemberCursor members = COLLECTIONS_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readCollections(in);
        default -> members.skip();
      }
    }
    return new CollectionsParams(value);
  }

  static void writeCollectionsResult(JsonGenerator out, Types.Collections result) throws
      IOException {
    Nullables.write(out, result, TypesMarshaller::writeCollections);
  }

  static Types.Collections readCollectionsResult(JsonParser in) throws IOException {
    return Nullables.read(in, TypesMarshaller::readCollections);
  }

  static void writePairsParams(JsonGenerator out,
      Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(VALUE_FIELD);
    Nullables.write(out, value, TypesMarshaller::writePairOfColourAndPairOfLongAndEmpty);
    out.writeEndObject();
  }

  static PairsParams readPairsParams(JsonParser in) throws IOException {
    Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value = null;
    MemberCursor members = PAIRS_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readPairOfColourAndPairOfLongAndEmpty(in);
        default -> members.skip();
      }
    }
    return new PairsParams(value);
  }

  static void writePairsResult(JsonGenerator out,
      Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>> result) throws IOException {
    Nullables.write(out, result, TypesMarshaller::writePairOfStringAndPairOfIntegerAndListOfTree);
  }

  static Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>> readPairsResult(JsonParser in)
      throws IOException {
    return Nullables.read(in, TypesMarshaller::readPairOfStringAndPairOfIntegerAndListOfTree);
  }

  static void writeTreeParams(JsonGenerator out, Types.Tree value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(VALUE_FIELD);
    Nullables.write(out, value, TypesMarshaller::writeTree);
    out.writeEndObject();
  }

  static TreeParams readTreeParams(JsonParser in) throws IOException {
    Types.Tree value = null;
    MemberCursor members = TREE_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readTree(in);
        default -> members.skip();
      }
    }
    return new TreeParams(value);
  }

  static void writeTreeResult(JsonGenerator out, Types.Tree result) throws IOException {
    Nullables.write(out, result, TypesMarshaller::writeTree);
  }

  static Types.Tree readTreeResult(JsonParser in) throws IOException {
    return Nullables.read(in, TypesMarshaller::readTree);
  }

  static void writeColourParams(JsonGenerator out, Optional<Types.Colour> value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(VALUE_FIELD);
    Optionals.write(out, value, TypesMarshaller::writeColour);
    out.writeEndObject();
  }

  static ColourParams readColourParams(JsonParser in) throws IOException {
    Optional<Types.Colour> value = Optional.empty();
    MemberCursor members = COLOUR_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = Optionals.read(in, TypesMarshaller::readColour);
        default -> members.skip();
      }
    }
    return new ColourParams(value);
  }

  static void writeColourResult(JsonGenerator out, Optional<Types.Colour> result) throws
      IOException {
    Optionals.write(out, result, TypesMarshaller::writeColour);
  }

  static Optional<Types.Colour> readColourResult(JsonParser in) throws IOException {
    return Optionals.read(in, TypesMarshaller::readColour);
  }

  static void writeBytesParams(JsonGenerator out, byte[] value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(VALUE_FIELD);
    Nullables.write(out, value, Bytes::write);
    out.writeEndObject();
  }

  static BytesParams readBytesParams(JsonParser in) throws IOException {
    byte[] value = null;
    MemberCursor members = BYTES_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : Bytes.read(in);
        default -> members.skip();
      }
    }
    return new BytesParams(value);
  }

  static void writeBytesResult(JsonGenerator out, byte[] result) throws IOException {
    Nullables.write(out, result, Bytes::write);
  }

  static byte[] readBytesResult(JsonParser in) throws IOException {
    return Nullables.read(in, Bytes::read);
  }

  static void writeGridParams(JsonGenerator out, int[][] value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(VALUE_FIELD);
    Nullables.write(out, value, TypesMarshaller::writeArrayOfArrayOfInt);
    out.writeEndObject();
  }

  static GridParams readGridParams(JsonParser in) throws IOException {
    int[][] value = null;
    MemberCursor members = GRID_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : ArrayValues.read(in, ArrayValues::readInts, int[][]::new);
        default -> members.skip();
      }
    }
    return new GridParams(value);
  }

  static void writeGridResult(JsonGenerator out, int[][] result) throws IOException {
    Nullables.write(out, result, TypesMarshaller::writeArrayOfArrayOfInt);
  }

  static int[][] readGridResult(JsonParser in) throws IOException {
    return Nullables.read(in, TypesMarshaller::readArrayOfArrayOfInt);
  }

  static void writeListsParams(JsonGenerator out, List<String>[] value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(VALUE_FIELD);
    Nullables.write(out, value, TypesMarshaller::writeArrayOfListOfString);
    out.writeEndObject();
  }

  static ListsParams readListsParams(JsonParser in) throws IOException {
    List<String>[] value = null;
    MemberCursor members = LISTS_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : readArrayOfListOfString(in);
        default -> members.skip();
      }
    }
    return new ListsParams(value);
  }

  static void writeListsResult(JsonGenerator out, List<String>[] result) throws IOException {
    Nullables.write(out, result, TypesMarshaller::writeArrayOfListOfString);
  }

  static List<String>[] readListsResult(JsonParser in) throws IOException {
    return Nullables.read(in, TypesMarshaller::readArrayOfListOfString);
  }

  static void writeMapParams(JsonGenerator out, Map<String, Set<Types.Colour>> value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(VALUE_FIELD);
    Nullables.write(out, value, TypesMarshaller::writeMapOfSetOfColour);
    out.writeEndObject();
  }

  static MapParams readMapParams(JsonParser in) throws IOException {
    Map<String, Set<Types.Colour>> value = null;
    MemberCursor members = MAP_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = members.isNull() ? null : Maps.read(in, TypesMarshaller::readSetOfColour);
        default -> members.skip();
      }
    }
    return new MapParams(value);
  }

  static void writeMapResult(JsonGenerator out, Map<String, Set<Types.Colour>> result) throws
      IOException {
    Nullables.write(out, result, TypesMarshaller::writeMapOfSetOfColour);
  }

  static Map<String, Set<Types.Colour>> readMapResult(JsonParser in) throws IOException {
    return Nullables.read(in, TypesMarshaller::readMapOfSetOfColour);
  }

  static void writeTextParams(JsonGenerator out, String value, Integer boxed, boolean flag) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(VALUE_FIELD);
    out.writeString(value);
    out.writeFieldName(BOXED_FIELD);
    Nullables.write(out, boxed, JsonGenerator::writeNumber);
    out.writeFieldName(FLAG_FIELD);
    out.writeBoolean(flag);
    out.writeEndObject();
  }

  static TextParams readTextParams(JsonParser in) throws IOException {
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
    return new TextParams(value, boxed, flag);
  }

  static void writeTextResult(JsonGenerator out, String result) throws IOException {
    out.writeString(result);
  }

  static String readTextResult(JsonParser in) throws IOException {
    return Nullables.read(in, Texts::readString);
  }

  static void writeVarargsParams(JsonGenerator out, String first, int[] rest) throws IOException {
    out.writeStartObject();
    out.writeFieldName(FIRST_FIELD);
    out.writeString(first);
    out.writeFieldName(REST_FIELD);
    Nullables.write(out, rest, ArrayValues::writeInts);
    out.writeEndObject();
  }

  static VarargsParams readVarargsParams(JsonParser in) throws IOException {
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
    return new VarargsParams(first, rest);
  }

  static void writeVarargsResult(JsonGenerator out, int result) throws IOException {
    out.writeNumber(result);
  }

  static int readVarargsResult(JsonParser in) throws IOException {
    return Numbers.readInt(in);
  }

  static void writeNegateParams(JsonGenerator out, boolean value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(VALUE_FIELD);
    out.writeBoolean(value);
    out.writeEndObject();
  }

  static NegateParams readNegateParams(JsonParser in) throws IOException {
    boolean value = false;
    MemberCursor members = NEGATE_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = Numbers.readBoolean(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return new NegateParams(value);
  }

  static void writeNegateResult(JsonGenerator out, boolean result) throws IOException {
    out.writeBoolean(result);
  }

  static boolean readNegateResult(JsonParser in) throws IOException {
    return Numbers.readBoolean(in);
  }

  static void writeNextParams(JsonGenerator out, char value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(VALUE_FIELD);
    Texts.writeChar(out, value);
    out.writeEndObject();
  }

  static NextParams readNextParams(JsonParser in) throws IOException {
    char value = 0;
    MemberCursor members = NEXT_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> value = Texts.readChar(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return new NextParams(value);
  }

  static void writeNextResult(JsonGenerator out, char result) throws IOException {
    Texts.writeChar(out, result);
  }

  static char readNextResult(JsonParser in) throws IOException {
    return Texts.readChar(in);
  }

  static void writePrimitives(JsonGenerator out, Types.Primitives value) throws IOException {
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
    Nullables.write(out, value.bool(), JsonGenerator::writeBoolean);
    out.writeFieldName(B_FIELD);
    Nullables.write(out, value.b(), JsonGenerator::writeNumber);
    out.writeFieldName(S_FIELD);
    Nullables.write(out, value.s(), JsonGenerator::writeNumber);
    out.writeFieldName(I_FIELD);
    Nullables.write(out, value.i(), JsonGenerator::writeNumber);
    out.writeFieldName(L_FIELD);
    Nullables.write(out, value.l(), JsonGenerator::writeNumber);
    out.writeFieldName(C_FIELD);
    Nullables.write(out, value.c(), Texts::writeChar);
    out.writeFieldName(F_FIELD);
    Nullables.write(out, value.f(), JsonGenerator::writeNumber);
    out.writeFieldName(D_FIELD);
    Nullables.write(out, value.d(), Numbers::writeDouble);
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
    Nullables.write(out, value.bools(), ArrayValues::writeBooleans);
    out.writeFieldName(BYTES_FIELD);
    Nullables.write(out, value.bytes(), Bytes::write);
    out.writeFieldName(SHORTS_FIELD);
    Nullables.write(out, value.shorts(), ArrayValues::writeShorts);
    out.writeFieldName(INTS_FIELD);
    Nullables.write(out, value.ints(), ArrayValues::writeInts);
    out.writeFieldName(LONGS_FIELD);
    Nullables.write(out, value.longs(), ArrayValues::writeLongs);
    out.writeFieldName(CHARS_FIELD);
    Nullables.write(out, value.chars(), ArrayValues::writeChars);
    out.writeFieldName(FLOATS_FIELD);
    Nullables.write(out, value.floats(), ArrayValues::writeFloats);
    out.writeFieldName(DOUBLES_FIELD);
    Nullables.write(out, value.doubles(), ArrayValues::writeDoubles);
    out.writeFieldName(STRINGS_FIELD);
    Nullables.write(out, value.strings(), TypesMarshaller::writeArrayOfString);
    out.writeFieldName(GRID_FIELD);
    Nullables.write(out, value.grid(), TypesMarshaller::writeArrayOfArrayOfInt);
    out.writeFieldName(BLOBS_FIELD);
    Nullables.write(out, value.blobs(), TypesMarshaller::writeArrayOfArrayOfByte);
    out.writeFieldName(COLOURS_FIELD);
    Nullables.write(out, value.colours(), TypesMarshaller::writeArrayOfColour);
    out.writeFieldName(LISTS_FIELD);
    Nullables.write(out, value.lists(), TypesMarshaller::writeArrayOfListOfString);
    out.writeFieldName(PAIRS_FIELD);
    Nullables.write(out, value.pairs(), TypesMarshaller::writeArrayOfArrayOfPairOfStringAndInteger);
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

  private static Types.Colour namedColour(String name, JsonParser in) throws JsonMismatchException {
    return switch (name) {
      case "RED" -> Types.Colour.RED;
      case "GREEN" -> Types.Colour.GREEN;
      default -> throw JsonMismatchException.expected("one of RED, GREEN", in);
    };
  }

  static void writePairOfStringAndInteger(JsonGenerator out, Types.Pair<String, Integer> value)
      throws IOException {
    out.writeStartObject();
    out.writeFieldName(FIRST_FIELD);
    out.writeString(value.first());
    out.writeFieldName(SECOND_FIELD);
    Nullables.write(out, value.second(), JsonGenerator::writeNumber);
    out.writeEndObject();
  }

  static Types.Pair<String, Integer> readPairOfStringAndInteger(JsonParser in) throws IOException {
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

  static void writeCollections(JsonGenerator out, Types.Collections value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(STRINGS_FIELD);
    Nullables.write(out, value.strings(), TypesMarshaller::writeListOfString);
    out.writeFieldName(COLOURS_FIELD);
    Nullables.write(out, value.colours(), TypesMarshaller::writeListOfListOfColour);
    out.writeFieldName(INTEGERS_FIELD);
    Nullables.write(out, value.integers(), TypesMarshaller::writeSetOfInteger);
    out.writeFieldName(BY_NAME_FIELD);
    Nullables.write(out, value.byName(), TypesMarshaller::writeMapOfColour);
    out.writeFieldName(DEEP_FIELD);
    Nullables.write(out, value.deep(), TypesMarshaller::writeMapOfListOfMapOfArrayOfInt);
    out.writeFieldName(MAYBE_FIELD);
    Optionals.write(out, value.maybe(), JsonGenerator::writeString);
    out.writeFieldName(MAYBES_FIELD);
    Nullables.write(out, value.maybes(), TypesMarshaller::writeListOfOptionalOfInteger);
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

  static void writePairOfLongAndEmpty(JsonGenerator out, Types.Pair<Long, Types.Empty> value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(FIRST_FIELD);
    Nullables.write(out, value.first(), JsonGenerator::writeNumber);
    out.writeFieldName(SECOND_FIELD);
    Nullables.write(out, value.second(), TypesMarshaller::writeEmpty);
    out.writeEndObject();
  }

  static Types.Pair<Long, Types.Empty> readPairOfLongAndEmpty(JsonParser in) throws IOException {
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
      Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(FIRST_FIELD);
    Nullables.write(out, value.first(), TypesMarshaller::writeColour);
    out.writeFieldName(SECOND_FIELD);
    Nullables.write(out, value.second(), TypesMarshaller::writePairOfLongAndEmpty);
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
    Nullables.write(out, value.children(), TypesMarshaller::writeListOfTree);
    out.writeFieldName(PARENT_FIELD);
    Nullables.write(out, value.parent(), TypesMarshaller::writeTree);
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
    Nullables.write(out, value.first(), JsonGenerator::writeNumber);
    out.writeFieldName(SECOND_FIELD);
    Nullables.write(out, value.second(), TypesMarshaller::writeListOfTree);
    out.writeEndObject();
  }

  static Types.Pair<Integer, List<Types.Tree>> readPairOfIntegerAndListOfTree(JsonParser in) throws
      IOException {
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
      Types.Pair<String, Types.Pair<Integer, List<Types.Tree>>> value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(FIRST_FIELD);
    out.writeString(value.first());
    out.writeFieldName(SECOND_FIELD);
    Nullables.write(out, value.second(), TypesMarshaller::writePairOfIntegerAndListOfTree);
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

  private static void writeArrayOfArrayOfInt(JsonGenerator out, int[][] value) throws IOException {
    ArrayValues.write(out, value, ArrayValues::writeInts);
  }

  private static int[][] readArrayOfArrayOfInt(JsonParser in) throws IOException {
    return ArrayValues.read(in, ArrayValues::readInts, int[][]::new);
  }

  private static void writeArrayOfListOfString(JsonGenerator out, List<String>[] value) throws
      IOException {
    ArrayValues.write(out, value, TypesMarshaller::writeListOfString);
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static List<String>[] readArrayOfListOfString(JsonParser in) throws IOException {
    return ArrayValues.read(in, TypesMarshaller::readListOfString, size -> (List<String>[]) new List[size]);
  }

  private static void writeMapOfSetOfColour(JsonGenerator out, Map<String, Set<Types.Colour>> value)
      throws IOException {
    Maps.write(out, value, TypesMarshaller::writeSetOfColour);
  }

  private static Set<Types.Colour> readSetOfColour(JsonParser in) throws IOException {
    return Sets.read(in, TypesMarshaller::readColour);
  }

  private static Map<String, Set<Types.Colour>> readMapOfSetOfColour(JsonParser in) throws
      IOException {
    return Maps.read(in, TypesMarshaller::readSetOfColour);
  }

  private static void writeArrayOfString(JsonGenerator out, String[] value) throws IOException {
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
  private static Types.Pair<String, Integer>[][] readArrayOfArrayOfPairOfStringAndInteger(
      JsonParser in) throws IOException {
    return ArrayValues.read(in, TypesMarshaller::readArrayOfPairOfStringAndInteger, size -> (Types.Pair<String, Integer>[][]) new Types.Pair[size][]);
  }

  private static void writeListOfString(JsonGenerator out, List<String> value) throws IOException {
    Lists.write(out, value, JsonGenerator::writeString);
  }

  private static void writeListOfListOfColour(JsonGenerator out, List<List<Types.Colour>> value)
      throws IOException {
    Lists.write(out, value, TypesMarshaller::writeListOfColour);
  }

  private static void writeSetOfInteger(JsonGenerator out, Set<Integer> value) throws IOException {
    Sets.write(out, value, JsonGenerator::writeNumber);
  }

  private static void writeMapOfColour(JsonGenerator out, Map<String, Types.Colour> value) throws
      IOException {
    Maps.write(out, value, TypesMarshaller::writeColour);
  }

  private static void writeMapOfListOfMapOfArrayOfInt(JsonGenerator out,
      Map<String, List<Map<String, int[]>>> value) throws IOException {
    Maps.write(out, value, TypesMarshaller::writeListOfMapOfArrayOfInt);
  }

  private static void writeListOfOptionalOfInteger(JsonGenerator out, List<Optional<Integer>> value)
      throws IOException {
    Lists.write(out, value, TypesMarshaller::writeOptionalOfInteger);
  }

  private static void writeListOfBoolean(JsonGenerator out, List<Boolean> value) throws
      IOException {
    Lists.write(out, value, JsonGenerator::writeBoolean);
  }

  private static List<Types.Colour> readListOfColour(JsonParser in) throws IOException {
    return Lists.read(in, TypesMarshaller::readColour);
  }

  private static List<Map<String, int[]>> readListOfMapOfArrayOfInt(JsonParser in) throws
      IOException {
    return Lists.read(in, TypesMarshaller::readMapOfArrayOfInt);
  }

  private static List<Boolean> readListOfBoolean(JsonParser in) throws IOException {
    return Lists.read(in, Numbers::readBoolean);
  }

  private static void writeListOfTree(JsonGenerator out, List<Types.Tree> value) throws
      IOException {
    Lists.write(out, value, TypesMarshaller::writeTree);
  }

  private static List<String> readListOfString(JsonParser in) throws IOException {
    return Lists.read(in, Texts::readString);
  }

  private static void writeSetOfColour(JsonGenerator out, Set<Types.Colour> value) throws
      IOException {
    Sets.write(out, value, TypesMarshaller::writeColour);
  }

  private static void writeArrayOfPairOfStringAndInteger(JsonGenerator out,
      Types.Pair<String, Integer>[] value) throws IOException {
    ArrayValues.write(out, value, TypesMarshaller::writePairOfStringAndInteger);
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static Types.Pair<String, Integer>[] readArrayOfPairOfStringAndInteger(JsonParser in)
      throws IOException {
    return ArrayValues.read(in, TypesMarshaller::readPairOfStringAndInteger, size -> (Types.Pair<String, Integer>[]) new Types.Pair[size]);
  }

  private static void writeListOfColour(JsonGenerator out, List<Types.Colour> value) throws
      IOException {
    Lists.write(out, value, TypesMarshaller::writeColour);
  }

  private static void writeListOfMapOfArrayOfInt(JsonGenerator out, List<Map<String, int[]>> value)
      throws IOException {
    Lists.write(out, value, TypesMarshaller::writeMapOfArrayOfInt);
  }

  private static void writeOptionalOfInteger(JsonGenerator out, Optional<Integer> value) throws
      IOException {
    Optionals.write(out, value, JsonGenerator::writeNumber);
  }

  private static Map<String, int[]> readMapOfArrayOfInt(JsonParser in) throws IOException {
    return Maps.read(in, ArrayValues::readInts);
  }

  private static void writeMapOfArrayOfInt(JsonGenerator out, Map<String, int[]> value) throws
      IOException {
    Maps.write(out, value, ArrayValues::writeInts);
  }

  record PrimitivesParams(Types.Primitives value) {
  }

  record BoxesParams(Types.Boxes value) {
  }

  record ArraysParams(Types.Arrays value) {
  }

  record CollectionsParams(Types.Collections value) {
  }

  record PairsParams(Types.Pair<Types.Colour, Types.Pair<Long, Types.Empty>> value) {
  }

  record TreeParams(Types.Tree value) {
  }

  record ColourParams(Optional<Types.Colour> value) {
  }

  record BytesParams(byte[] value) {
  }

  record GridParams(int[][] value) {
  }

  record ListsParams(List<String>[] value) {
  }

  record MapParams(Map<String, Set<Types.Colour>> value) {
  }

  record TextParams(String value, Integer boxed, boolean flag) {
  }

  record VarargsParams(String first, int[] rest) {
  }

  record NegateParams(boolean value) {
  }

  record NextParams(char value) {
  }
}
