package good;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.annotation.Sync;
import io.callbox.json.ArrayValues;
import io.callbox.json.Lists;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Nullables;
import io.callbox.json.Numbers;
import io.callbox.json.Texts;
import io.callbox.rpc.DeclaredException;
import io.callbox.rpc.DurablePolicy;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.ResultType;
import io.callbox.rpc.ServiceDescriptor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Writes and reads what {@link Reports} sends.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
final class ReportsMarshaller {
  private static final SerializedString MONTH_FIELD = new SerializedString("month");

  private static final SerializedString ID_FIELD = new SerializedString("id");

  private static final SerializedString CHANNEL_FIELD = new SerializedString("channel");

  private static final Members BUILD_PARAMS_MEMBERS = Members.of("month", "id");

  private static final Members BUILD_ALL_PARAMS_MEMBERS = Members.of("channel");

  private static final Members FULL_EXCEPTION_MEMBERS = Members.of();

  private static final DeclaredException<Reports.FullException> FULL_EXCEPTION = new DeclaredException<>(
      "Reports.FullException",
      Reports.FullException.class,
      ReportsMarshaller::writeFullException,
      ReportsMarshaller::readFullException);

  static final ResultType<List<String>> LIST_OF_STRING_RESULT = new ResultType<>(
      ReportsMarshaller::readNullableListOfString,
      ReportsMarshaller::writeNullableListOfString);

  static final ResultType<Integer> INTEGER_RESULT = new ResultType<>(
      ReportsMarshaller::readNullableInteger,
      ReportsMarshaller::writeNullableInteger);

  static final ResultType<Integer> INT_RESULT = new ResultType<>(
      ReportsMarshaller::readIntResult,
      ReportsMarshaller::writeIntResult);

  static final MethodDescriptor<List<String>> BUILD = MethodDescriptor.named("Reports", "build")
      .idempotent()
      .durable(new DurablePolicy(Duration.ofSeconds(129600), 5, Duration.ofMillis(500)))
      .returning(LIST_OF_STRING_RESULT);

  static final MethodDescriptor<Integer> BUILD_ALL = MethodDescriptor.named("Reports", "buildAll")
      .durable(new DurablePolicy(Duration.ofSeconds(86400), 1, Duration.ofSeconds(3600)))
      .returning(INTEGER_RESULT);

  static final MethodDescriptor<Void> ARCHIVE = MethodDescriptor.named("Reports", "archive")
      .durable(new DurablePolicy(Duration.ofSeconds(86400), 1, Duration.ofSeconds(3600), Sync.AOF))
      .exceptions(FULL_EXCEPTION)
      .returningNothing();

  static final MethodDescriptor<Integer> COUNT = MethodDescriptor.named("Reports", "count")
      .returning(INT_RESULT);

  static final ServiceDescriptor SERVICE = ServiceDescriptor.of("Reports", BUILD, BUILD_ALL,
      ARCHIVE, COUNT);

  private ReportsMarshaller() {
  }

  static ParamsWriter paramsOfBuild(int month, String id) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(MONTH_FIELD);
      out.writeNumber(month);
      out.writeFieldName(ID_FIELD);
      out.writeString(id);
      out.writeEndObject();
    };
  }

  static Invocation readBuildParams(JsonParser in, ReportsSkeleton skeleton) throws
      IOException {
    int month = 0;
    String id = null;
    MemberCursor members = BUILD_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> month = Numbers.readInt(in);
        case 1 -> id = members.isNull() ? null : Texts.readString(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return skeleton.callBuild(month, id);
  }

  static ParamsWriter paramsOfBuildAll(int[] channel_) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(CHANNEL_FIELD);
      writeNullableArrayOfInt(out, channel_);
      out.writeEndObject();
    };
  }

  static Invocation readBuildAllParams(JsonParser in, ReportsSkeleton skeleton) throws
      IOException {
    int[] channel_ = null;
    MemberCursor members = BUILD_ALL_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> channel_ = members.isNull() ? null : ArrayValues.readInts(in);
        default -> members.skip();
      }
    }
    return skeleton.callBuildAll(channel_);
  }

  static Invocation readArchiveParams(JsonParser in, ReportsSkeleton skeleton) throws
      IOException {
    Members.readNone(in);
    return skeleton.callArchive();
  }

  static Invocation readCountParams(JsonParser in, ReportsSkeleton skeleton) throws
      IOException {
    Members.readNone(in);
    return skeleton.callCount();
  }

  static void writeIntResult(JsonGenerator out, int result) throws IOException {
    out.writeNumber(result);
  }

  static int readIntResult(JsonParser in) throws IOException {
    return Numbers.readInt(in);
  }

  static void writeFullException(JsonGenerator out, Reports.FullException failure) throws
      IOException {
    out.writeStartObject();
    out.writeEndObject();
  }

  static Reports.FullException readFullException(String message, JsonParser in) throws
      IOException {
    MemberCursor members = FULL_EXCEPTION_MEMBERS.open(in);
    while (members.next()) {
      members.skip();
    }
    return new Reports.FullException(message);
  }

  private static List<String> readNullableListOfString(JsonParser in) throws
      IOException {
    return Nullables.read(in, ReportsMarshaller::readListOfString);
  }

  private static void writeNullableListOfString(JsonGenerator out, List<String> value)
      throws IOException {
    Nullables.write(out, value, ReportsMarshaller::writeListOfString);
  }

  private static void writeNullableArrayOfInt(JsonGenerator out, int[] value) throws
      IOException {
    Nullables.write(out, value, ArrayValues::writeInts);
  }

  private static Integer readNullableInteger(JsonParser in) throws IOException {
    return Nullables.read(in, Numbers::readInt);
  }

  private static void writeNullableInteger(JsonGenerator out, Integer value) throws
      IOException {
    Nullables.write(out, value, JsonGenerator::writeNumber);
  }

  private static List<String> readListOfString(JsonParser in) throws IOException {
    return Lists.read(in, Texts::readString);
  }

  private static void writeListOfString(JsonGenerator out, List<String> value) throws
      IOException {
    Lists.write(out, value, JsonGenerator::writeString);
  }
}
