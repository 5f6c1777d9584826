package good;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.json.ArrayValues;
import io.callbox.json.JsonMismatchException;
import io.callbox.json.Lists;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Nullables;
import io.callbox.json.Numbers;
import io.callbox.json.Texts;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.ResultType;
import io.callbox.rpc.ServiceDescriptor;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Writes and reads what {@link Clashes.Inner} sends.
 */
@SuppressWarnings({"deprecation", "removal"})
@Generated("io.callbox.processor.RemoteServiceProcessor")
final class Clashes_InnerMarshaller {
  private static final SerializedString KEY_FIELD = new SerializedString("key");

  private static final SerializedString VALUE_FIELD = new SerializedString("value");

  private static final SerializedString IN_FIELD = new SerializedString("in");

  private static final SerializedString OUT_FIELD = new SerializedString("out");

  private static final SerializedString CHANNEL_FIELD = new SerializedString("channel");

  private static final SerializedString OPTIONS_FIELD = new SerializedString("options");

  private static final SerializedString MEMBERS_FIELD = new SerializedString("members");

  private static final SerializedString OUT_FIELD2 = new SerializedString("out_");

  private static final SerializedString HASH_CODE_FIELD = new SerializedString("hashCode");

  private static final SerializedString THE_PARAMS_FIELD = new SerializedString("the params");

  private static final SerializedString RESPONDER_FIELD = new SerializedString("responder");

  private static final SerializedString IMPLEMENTATION_FIELD = new SerializedString("implementation");

  private static final SerializedString TO_STRING_FIELD = new SerializedString("toString");

  private static final SerializedString CLASS_FIELD = new SerializedString("class");

  private static final SerializedString A_B_FIELD = new SerializedString("a.b");

  private static final SerializedString A_B_FIELD2 = new SerializedString("a-b");

  private static final SerializedString RESULT_FIELD = new SerializedString("result");

  private static final SerializedString PARSER_FIELD = new SerializedString("parser");

  private static final SerializedString STRING_FIELD = new SerializedString("String");

  private static final SerializedString SELF_FIELD = new SerializedString("self");

  private static final SerializedString LIST_FIELD = new SerializedString("list");

  private static final SerializedString OVERRIDE_FIELD = new SerializedString("override");

  private static final Members FIND_PARAMS_MEMBERS = Members.of("key");

  private static final Members PUT_PARAMS_MEMBERS = Members.of("key", "value");

  private static final Members SERVICE_PARAMS_MEMBERS = Members.of("in", "out", "channel",
      "options", "members", "out_");

  private static final Members READ_ALL_PARAMS_MEMBERS = Members.of("hashCode", "the params",
      "responder");

  private static final Members READ_ALL_PARAMS2_MEMBERS = Members.of("implementation",
      "toString");

  private static final Members METHOD_PARAMS_MEMBERS = Members.of("class", "a.b", "a-b");

  private static final Members LIST_MEMBERS = Members.of("in", "out", "members", "value",
      "result");

  private static final Members CALL_OPTIONS_MEMBERS = Members.of("parser");

  private static final Members JSON_PARSER_MEMBERS = Members.of("String", "options");

  private static final Members SERVICE_PARAMS2_MEMBERS = Members.of("self");

  private static final Members NULLABLES_MEMBERS = Members.of("list", "override");

  static final ResultType<Clashes.Inner.List> LIST_RESULT = new ResultType<>(
      Clashes_InnerMarshaller::readNullableList,
      Clashes_InnerMarshaller::writeNullableList);

  static final ResultType<Integer> INT_RESULT = new ResultType<>(
      Clashes_InnerMarshaller::readIntResult,
      Clashes_InnerMarshaller::writeIntResult);

  static final ResultType<Clashes.Inner.JsonParser> JSON_PARSER_RESULT = new ResultType<>(
      Clashes_InnerMarshaller::readNullableJsonParser,
      Clashes_InnerMarshaller::writeNullableJsonParser);

  static final MethodDescriptor<Clashes.Inner.List> FIND = MethodDescriptor.named("clashes.Inner", "find")
      .returning(LIST_RESULT);

  static final MethodDescriptor<Void> PUT = MethodDescriptor.named("clashes.Inner", "put")
      .oneWay()
      .returningNothing();

  static final MethodDescriptor<Integer> SERVICE2 = MethodDescriptor.named("clashes.Inner", "service")
      .returning(INT_RESULT);

  static final MethodDescriptor<Clashes.Inner.JsonParser> READ_ALL = MethodDescriptor.named("clashes.Inner", "read-all")
      .returning(JSON_PARSER_RESULT);

  static final MethodDescriptor<Clashes.Inner.List> READ_ALL2 = MethodDescriptor.named("clashes.Inner", "readAll")
      .returning(LIST_RESULT);

  static final MethodDescriptor<Void> METHOD = MethodDescriptor.named("clashes.Inner", "method")
      .returningNothing();

  static final ServiceDescriptor SERVICE = ServiceDescriptor.of("clashes.Inner", FIND, PUT,
      SERVICE2, READ_ALL, READ_ALL2, METHOD);

  private Clashes_InnerMarshaller() {
  }

  static ParamsWriter paramsOfFind(String key) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(KEY_FIELD);
      out.writeString(key);
      out.writeEndObject();
    };
  }

  static Invocation readFindParams(JsonParser in, Clashes_InnerSkeleton skeleton) throws
      IOException {
    String key = null;
    MemberCursor members = FIND_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> key = members.isNull() ? null : Texts.readString(in);
        default -> members.skip();
      }
    }
    return skeleton.callFind(key);
  }

  static ParamsWriter paramsOfPut(String key, Clashes.Inner.List value) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(KEY_FIELD);
      out.writeString(key);
      out.writeFieldName(VALUE_FIELD);
      writeNullableList(out, value);
      out.writeEndObject();
    };
  }

  static Invocation readPutParams(JsonParser in, Clashes_InnerSkeleton skeleton) throws
      IOException {
    String key = null;
    Clashes.Inner.List value = null;
    MemberCursor members = PUT_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> key = members.isNull() ? null : Texts.readString(in);
        case 1 -> value = members.isNull() ? null : readList(in);
        default -> members.skip();
      }
    }
    return skeleton.callPut(key, value);
  }

  static ParamsWriter paramsOfService(int in_, int out_, int channel_, int options_,
      int members_, int out__) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(IN_FIELD);
      out.writeNumber(in_);
      out.writeFieldName(OUT_FIELD);
      out.writeNumber(out_);
      out.writeFieldName(CHANNEL_FIELD);
      out.writeNumber(channel_);
      out.writeFieldName(OPTIONS_FIELD);
      out.writeNumber(options_);
      out.writeFieldName(MEMBERS_FIELD);
      out.writeNumber(members_);
      out.writeFieldName(OUT_FIELD2);
      out.writeNumber(out__);
      out.writeEndObject();
    };
  }

  static Invocation readServiceParams(JsonParser in, Clashes_InnerSkeleton skeleton) throws
      IOException {
    int in_ = 0;
    int out_ = 0;
    int channel_ = 0;
    int options_ = 0;
    int members_ = 0;
    int out__ = 0;
    MemberCursor members = SERVICE_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> in_ = Numbers.readInt(in);
        case 1 -> out_ = Numbers.readInt(in);
        case 2 -> channel_ = Numbers.readInt(in);
        case 3 -> options_ = Numbers.readInt(in);
        case 4 -> members_ = Numbers.readInt(in);
        case 5 -> out__ = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(1);
    members.require(2);
    members.require(3);
    members.require(4);
    members.require(5);
    return skeleton.callService(in_, out_, channel_, options_, members_, out__);
  }

  static void writeIntResult(JsonGenerator out, int result) throws IOException {
    out.writeNumber(result);
  }

  static int readIntResult(JsonParser in) throws IOException {
    return Numbers.readInt(in);
  }

  static ParamsWriter paramsOfReadAll(Clashes.Inner.CallOptions[] hashCode,
      Clashes.Inner.ServiceParams params, Clashes.Inner.List responder_) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(HASH_CODE_FIELD);
      writeNullableArrayOfCallOptions(out, hashCode);
      out.writeFieldName(THE_PARAMS_FIELD);
      writeNullableServiceParams(out, params);
      out.writeFieldName(RESPONDER_FIELD);
      writeNullableList(out, responder_);
      out.writeEndObject();
    };
  }

  static Invocation readReadAllParams(JsonParser in, Clashes_InnerSkeleton skeleton) throws
      IOException {
    Clashes.Inner.CallOptions[] hashCode = null;
    Clashes.Inner.ServiceParams params = null;
    Clashes.Inner.List responder_ = null;
    MemberCursor members = READ_ALL_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> hashCode = members.isNull() ? null : ArrayValues.read(in, Clashes_InnerMarshaller::readCallOptions, Clashes.Inner.CallOptions[]::new);
        case 1 -> params = members.isNull() ? null : readServiceParams2(in);
        case 2 -> responder_ = members.isNull() ? null : readList(in);
        default -> members.skip();
      }
    }
    return skeleton.callReadAll(hashCode, params, responder_);
  }

  static ParamsWriter paramsOfReadAll2(Clashes.Inner.Nullables implementation_,
      String toString) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(IMPLEMENTATION_FIELD);
      writeNullableNullables(out, implementation_);
      out.writeFieldName(TO_STRING_FIELD);
      out.writeString(toString);
      out.writeEndObject();
    };
  }

  static Invocation readReadAllParams2(JsonParser in, Clashes_InnerSkeleton skeleton)
      throws IOException {
    Clashes.Inner.Nullables implementation_ = null;
    String toString = null;
    MemberCursor members = READ_ALL_PARAMS2_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> implementation_ = members.isNull() ? null : readNullables(in);
        case 1 -> toString = members.isNull() ? null : Texts.readString(in);
        default -> members.skip();
      }
    }
    return skeleton.callReadAll2(implementation_, toString);
  }

  static ParamsWriter paramsOfMethod(int method, int b, int c) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(CLASS_FIELD);
      out.writeNumber(method);
      out.writeFieldName(A_B_FIELD);
      out.writeNumber(b);
      out.writeFieldName(A_B_FIELD2);
      out.writeNumber(c);
      out.writeEndObject();
    };
  }

  static Invocation readMethodParams(JsonParser in, Clashes_InnerSkeleton skeleton) throws
      IOException {
    int method = 0;
    int b = 0;
    int c = 0;
    MemberCursor members = METHOD_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> method = Numbers.readInt(in);
        case 1 -> b = Numbers.readInt(in);
        case 2 -> c = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(1);
    members.require(2);
    return skeleton.callMethod(method, b, c);
  }

  static void writeList(JsonGenerator out, Clashes.Inner.List value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(IN_FIELD);
    out.writeNumber(value.in());
    out.writeFieldName(OUT_FIELD);
    out.writeNumber(value.out());
    out.writeFieldName(MEMBERS_FIELD);
    out.writeNumber(value.members());
    out.writeFieldName(VALUE_FIELD);
    out.writeNumber(value.value());
    out.writeFieldName(RESULT_FIELD);
    writeNullableInteger(out, value.result());
    out.writeEndObject();
  }

  static Clashes.Inner.List readList(JsonParser in) throws IOException {
    int in_ = 0;
    int out = 0;
    int members_ = 0;
    int value = 0;
    Integer result = null;
    MemberCursor members = LIST_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> in_ = Numbers.readInt(in);
        case 1 -> out = Numbers.readInt(in);
        case 2 -> members_ = Numbers.readInt(in);
        case 3 -> value = Numbers.readInt(in);
        case 4 -> result = members.isNull() ? null : Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(1);
    members.require(2);
    members.require(3);
    return new Clashes.Inner.List(in_, out, members_, value, result);
  }

  static void writeCallOptions(JsonGenerator out, Clashes.Inner.CallOptions value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(PARSER_FIELD);
    writeNullableJsonParser(out, value.parser());
    out.writeEndObject();
  }

  static Clashes.Inner.CallOptions readCallOptions(JsonParser in) throws IOException {
    Clashes.Inner.JsonParser parser = null;
    MemberCursor members = CALL_OPTIONS_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> parser = members.isNull() ? null : readJsonParser(in);
        default -> members.skip();
      }
    }
    return new Clashes.Inner.CallOptions(parser);
  }

  static void writeJsonParser(JsonGenerator out, Clashes.Inner.JsonParser value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(STRING_FIELD);
    out.writeString(value.String());
    out.writeFieldName(OPTIONS_FIELD);
    writeNullableList(out, value.options());
    out.writeEndObject();
  }

  static Clashes.Inner.JsonParser readJsonParser(JsonParser in) throws IOException {
    String string = null;
    Clashes.Inner.List options = null;
    MemberCursor members = JSON_PARSER_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> string = members.isNull() ? null : Texts.readString(in);
        case 1 -> options = members.isNull() ? null : readList(in);
        default -> members.skip();
      }
    }
    return new Clashes.Inner.JsonParser(string, options);
  }

  static void writeServiceParams2(JsonGenerator out, Clashes.Inner.ServiceParams value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(SELF_FIELD);
    out.writeNumber(value.self());
    out.writeEndObject();
  }

  static Clashes.Inner.ServiceParams readServiceParams2(JsonParser in) throws IOException {
    int self = 0;
    MemberCursor members = SERVICE_PARAMS2_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> self = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return new Clashes.Inner.ServiceParams(self);
  }

  static void writeNullables(JsonGenerator out, Clashes.Inner.Nullables value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(LIST_FIELD);
    writeNullableListOfList(out, value.list());
    out.writeFieldName(OVERRIDE_FIELD);
    writeNullableOverride(out, value.override());
    out.writeEndObject();
  }

  static Clashes.Inner.Nullables readNullables(JsonParser in) throws IOException {
    List<Clashes.Inner.List> list = null;
    Clashes.Inner.Override override = null;
    MemberCursor members = NULLABLES_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> list = members.isNull() ? null : Lists.read(in, Clashes_InnerMarshaller::readList);
        case 1 -> override = members.isNull() ? null : readOverride(in);
        default -> members.skip();
      }
    }
    return new Clashes.Inner.Nullables(list, override);
  }

  static void writeOverride(JsonGenerator out, Clashes.Inner.Override value) throws
      IOException {
    out.writeString(value.name());
  }

  static Clashes.Inner.Override readOverride(JsonParser in) throws IOException {
    return namedOverride(Texts.readString(in), in);
  }

  private static Clashes.Inner.Override namedOverride(String name, JsonParser in) throws
      JsonMismatchException {
    return switch (name) {
      case "ON" -> Clashes.Inner.Override.ON;
      default -> throw JsonMismatchException.expected("one of ON", in);
    };
  }

  private static Clashes.Inner.List readNullableList(JsonParser in) throws IOException {
    return Nullables.read(in, Clashes_InnerMarshaller::readList);
  }

  private static void writeNullableList(JsonGenerator out, Clashes.Inner.List value) throws
      IOException {
    Nullables.write(out, value, Clashes_InnerMarshaller::writeList);
  }

  private static void writeNullableArrayOfCallOptions(JsonGenerator out,
      Clashes.Inner.CallOptions[] value) throws IOException {
    Nullables.write(out, value, Clashes_InnerMarshaller::writeArrayOfCallOptions);
  }

  private static void writeNullableServiceParams(JsonGenerator out,
      Clashes.Inner.ServiceParams value) throws IOException {
    Nullables.write(out, value, Clashes_InnerMarshaller::writeServiceParams2);
  }

  private static Clashes.Inner.JsonParser readNullableJsonParser(JsonParser in) throws
      IOException {
    return Nullables.read(in, Clashes_InnerMarshaller::readJsonParser);
  }

  private static void writeNullableJsonParser(JsonGenerator out,
      Clashes.Inner.JsonParser value) throws IOException {
    Nullables.write(out, value, Clashes_InnerMarshaller::writeJsonParser);
  }

  private static void writeNullableNullables(JsonGenerator out, Clashes.Inner.Nullables value)
      throws IOException {
    Nullables.write(out, value, Clashes_InnerMarshaller::writeNullables);
  }

  private static void writeNullableInteger(JsonGenerator out, Integer value) throws
      IOException {
    Nullables.write(out, value, JsonGenerator::writeNumber);
  }

  private static void writeNullableListOfList(JsonGenerator out,
      List<Clashes.Inner.List> value) throws IOException {
    Nullables.write(out, value, Clashes_InnerMarshaller::writeListOfList);
  }

  private static void writeNullableOverride(JsonGenerator out, Clashes.Inner.Override value)
      throws IOException {
    Nullables.write(out, value, Clashes_InnerMarshaller::writeOverride);
  }

  private static void writeArrayOfCallOptions(JsonGenerator out,
      Clashes.Inner.CallOptions[] value) throws IOException {
    ArrayValues.write(out, value, Clashes_InnerMarshaller::writeCallOptions);
  }

  private static void writeListOfList(JsonGenerator out, List<Clashes.Inner.List> value)
      throws IOException {
    Lists.write(out, value, Clashes_InnerMarshaller::writeList);
  }
}
