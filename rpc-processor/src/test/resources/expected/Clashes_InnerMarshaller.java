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
import io.callbox.rpc.MethodDescriptor;
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

  private static final Members READ_ALL_PARAMS2_MEMBERS = Members.of("implementation", "toString");

  private static final Members METHOD_PARAMS_MEMBERS = Members.of("class", "a.b", "a-b");

  private static final Members LIST_MEMBERS = Members.of("in", "out", "members", "value", "result");

  private static final Members CALL_OPTIONS_MEMBERS = Members.of("parser");

  private static final Members JSON_PARSER_MEMBERS = Members.of("String", "options");

  private static final Members SERVICE_PARAMS2_MEMBERS = Members.of("self");

  private static final Members NULLABLES_MEMBERS = Members.of("list", "override");

  static final MethodDescriptor<Clashes.Inner.List> FIND = MethodDescriptor.named("clashes.Inner", "find")
      .returning(Clashes_InnerMarshaller::readFindResult);

  static final MethodDescriptor<Void> PUT = MethodDescriptor.named("clashes.Inner", "put")
      .oneWay()
      .returningNothing();

  static final MethodDescriptor<Integer> SERVICE2 = MethodDescriptor.named("clashes.Inner", "service")
      .returning(Clashes_InnerMarshaller::readServiceResult);

  static final MethodDescriptor<Clashes.Inner.JsonParser> READ_ALL = MethodDescriptor.named("clashes.Inner", "read-all")
      .returning(Clashes_InnerMarshaller::readReadAllResult);

  static final MethodDescriptor<Clashes.Inner.List> READ_ALL2 = MethodDescriptor.named("clashes.Inner", "readAll")
      .returning(Clashes_InnerMarshaller::readReadAllResult2);

  static final MethodDescriptor<Void> METHOD = MethodDescriptor.named("clashes.Inner", "method")
      .returningNothing();

  static final ServiceDescriptor SERVICE = ServiceDescriptor.of("clashes.Inner", FIND, PUT,
      SERVICE2, READ_ALL, READ_ALL2, METHOD);

  private Clashes_InnerMarshaller() {
  }

  static void writeFindParams(JsonGenerator out, String key) throws IOException {
    out.writeStartObject();
    out.writeFieldName(KEY_FIELD);
    out.writeString(key);
    out.writeEndObject();
  }

  static FindParams readFindParams(JsonParser in) throws IOException {
    String key = null;
    MemberCursor members = FIND_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> key = members.isNull() ? null : Texts.readString(in);
        default -> members.skip();
      }
    }
    return new FindParams(key);
  }

  static void writeFindResult(JsonGenerator out, Clashes.Inner.List result) throws IOException {
    Nullables.write(out, result, Clashes_InnerMarshaller::writeList);
  }

  static Clashes.Inner.List readFindResult(JsonParser in) throws IOException {
    return Nullables.read(in, Clashes_InnerMarshaller::readList);
  }

  static void writePutParams(JsonGenerator out, String key, Clashes.Inner.List value) throws
      IOException {
    out.writeStartObject();
    out.writeFieldName(KEY_FIELD);
    out.writeString(key);
    out.writeFieldName(VALUE_FIELD);
    Nullables.write(out, value, Clashes_InnerMarshaller::writeList);
    out.writeEndObject();
  }

  static PutParams readPutParams(JsonParser in) throws IOException {
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
    return new PutParams(key, value);
  }

  static void writeServiceParams(JsonGenerator out, int in_, int out_, int channel_, int options_,
      int members_, int out__) throws IOException {
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
  }

  static ServiceParams readServiceParams(JsonParser in) throws IOException {
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
    return new ServiceParams(in_, out_, channel_, options_, members_, out__);
  }

  static void writeServiceResult(JsonGenerator out, int result) throws IOException {
    out.writeNumber(result);
  }

  static int readServiceResult(JsonParser in) throws IOException {
    return Numbers.readInt(in);
  }

  static void writeReadAllParams(JsonGenerator out, Clashes.Inner.CallOptions[] hashCode_,
      Clashes.Inner.ServiceParams params, Clashes.Inner.List responder) throws IOException {
    out.writeStartObject();
    out.writeFieldName(HASH_CODE_FIELD);
    Nullables.write(out, hashCode_, Clashes_InnerMarshaller::writeArrayOfCallOptions);
    out.writeFieldName(THE_PARAMS_FIELD);
    Nullables.write(out, params, Clashes_InnerMarshaller::writeServiceParams2);
    out.writeFieldName(RESPONDER_FIELD);
    Nullables.write(out, responder, Clashes_InnerMarshaller::writeList);
    out.writeEndObject();
  }

  static ReadAllParams readReadAllParams(JsonParser in) throws IOException {
    Clashes.Inner.CallOptions[] hashCode_ = null;
    Clashes.Inner.ServiceParams params = null;
    Clashes.Inner.List responder = null;
    MemberCursor members = READ_ALL_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> hashCode_ = members.isNull() ? null : ArrayValues.read(in, Clashes_InnerMarshaller::readCallOptions, Clashes.Inner.CallOptions[]::new);
        case 1 -> params = members.isNull() ? null : readServiceParams2(in);
        case 2 -> responder = members.isNull() ? null : readList(in);
        default -> members.skip();
      }
    }
    return new ReadAllParams(hashCode_, params, responder);
  }

  static void writeReadAllResult(JsonGenerator out, Clashes.Inner.JsonParser result) throws
      IOException {
    Nullables.write(out, result, Clashes_InnerMarshaller::writeJsonParser);
  }

  static Clashes.Inner.JsonParser readReadAllResult(JsonParser in) throws IOException {
    return Nullables.read(in, Clashes_InnerMarshaller::readJsonParser);
  }

  static void writeReadAllParams2(JsonGenerator out, Clashes.Inner.Nullables implementation,
      String toString_) throws IOException {
    out.writeStartObject();
    out.writeFieldName(IMPLEMENTATION_FIELD);
    Nullables.write(out, implementation, Clashes_InnerMarshaller::writeNullables);
    out.writeFieldName(TO_STRING_FIELD);
    out.writeString(toString_);
    out.writeEndObject();
  }

  static ReadAllParams2 readReadAllParams2(JsonParser in) throws IOException {
    Clashes.Inner.Nullables implementation = null;
    String toString_ = null;
    MemberCursor members = READ_ALL_PARAMS2_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> implementation = members.isNull() ? null : readNullables(in);
        case 1 -> toString_ = members.isNull() ? null : Texts.readString(in);
        default -> members.skip();
      }
    }
    return new ReadAllParams2(implementation, toString_);
  }

  static void writeReadAllResult2(JsonGenerator out, Clashes.Inner.List result) throws IOException {
    Nullables.write(out, result, Clashes_InnerMarshaller::writeList);
  }

  static Clashes.Inner.List readReadAllResult2(JsonParser in) throws IOException {
    return Nullables.read(in, Clashes_InnerMarshaller::readList);
  }

  static void writeMethodParams(JsonGenerator out, int method, int b, int c) throws IOException {
    out.writeStartObject();
    out.writeFieldName(CLASS_FIELD);
    out.writeNumber(method);
    out.writeFieldName(A_B_FIELD);
    out.writeNumber(b);
    out.writeFieldName(A_B_FIELD2);
    out.writeNumber(c);
    out.writeEndObject();
  }

  static MethodParams readMethodParams(JsonParser in) throws IOException {
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
    return new MethodParams(method, b, c);
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
    Nullables.write(out, value.result(), JsonGenerator::writeNumber);
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
    Nullables.write(out, value.parser(), Clashes_InnerMarshaller::writeJsonParser);
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
    Nullables.write(out, value.options(), Clashes_InnerMarshaller::writeList);
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

  static void writeNullables(JsonGenerator out, Clashes.Inner.Nullables value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(LIST_FIELD);
    Nullables.write(out, value.list(), Clashes_InnerMarshaller::writeListOfList);
    out.writeFieldName(OVERRIDE_FIELD);
    Nullables.write(out, value.override(), Clashes_InnerMarshaller::writeOverride);
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

  static void writeOverride(JsonGenerator out, Clashes.Inner.Override value) throws IOException {
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

  private static void writeArrayOfCallOptions(JsonGenerator out, Clashes.Inner.CallOptions[] value)
      throws IOException {
    ArrayValues.write(out, value, Clashes_InnerMarshaller::writeCallOptions);
  }

  private static void writeListOfList(JsonGenerator out, List<Clashes.Inner.List> value) throws
      IOException {
    Lists.write(out, value, Clashes_InnerMarshaller::writeList);
  }

  record FindParams(String key) {
  }

  record PutParams(String key, Clashes.Inner.List value) {
  }

  record ServiceParams(int in_, int out_, int channel_, int options_, int members_, int out__) {
  }

  record ReadAllParams(Clashes.Inner.CallOptions[] hashCode_, Clashes.Inner.ServiceParams params,
      Clashes.Inner.List responder) {
  }

  record ReadAllParams2(Clashes.Inner.Nullables implementation, String toString_) {
  }

  record MethodParams(int method, int b, int c) {
  }
}
