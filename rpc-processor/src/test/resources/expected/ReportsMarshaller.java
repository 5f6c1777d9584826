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
import io.callbox.rpc.MethodDescriptor;
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

  private static final Members ARCHIVE_PARAMS_MEMBERS = Members.of();

  private static final Members COUNT_PARAMS_MEMBERS = Members.of();

  private static final Members FULL_EXCEPTION_MEMBERS = Members.of();

  private static final DeclaredException<Reports.FullException> FULL_EXCEPTION = new DeclaredException<>(
      "Reports.FullException",
      Reports.FullException.class,
      ReportsMarshaller::writeFullException,
      ReportsMarshaller::readFullException);

  static final MethodDescriptor<List<String>> BUILD = MethodDescriptor.named("Reports", "build")
      .idempotent()
      .durable(new DurablePolicy(Duration.ofSeconds(129600), 5, Duration.ofMillis(500)))
      .returning(ReportsMarshaller::readBuildResult);

  static final MethodDescriptor<Integer> BUILD_ALL = MethodDescriptor.named("Reports", "buildAll")
      .durable(new DurablePolicy(Duration.ofSeconds(86400), 1, Duration.ofSeconds(3600)))
      .returning(ReportsMarshaller::readBuildAllResult);

  static final MethodDescriptor<Void> ARCHIVE = MethodDescriptor.named("Reports", "archive")
      .durable(new DurablePolicy(Duration.ofSeconds(86400), 1, Duration.ofSeconds(3600), Sync.AOF))
      .exceptions(FULL_EXCEPTION)
      .returningNothing();

  static final MethodDescriptor<Integer> COUNT = MethodDescriptor.named("Reports", "count")
      .returning(ReportsMarshaller::readCountResult);

  static final ServiceDescriptor SERVICE = ServiceDescriptor.of("Reports", BUILD, BUILD_ALL,
      ARCHIVE, COUNT);

  private ReportsMarshaller() {
  }

  static void writeBuildParams(JsonGenerator out, int month, String id) throws IOException {
    out.writeStartObject();
    out.writeFieldName(MONTH_FIELD);
    out.writeNumber(month);
    out.writeFieldName(ID_FIELD);
    out.writeString(id);
    out.writeEndObject();
  }

  static BuildParams readBuildParams(JsonParser in) throws IOException {
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
    return new BuildParams(month, id);
  }

  static void writeBuildResult(JsonGenerator out, List<String> result) throws IOException {
    Nullables.write(out, result, ReportsMarshaller::writeListOfString);
  }

  static List<String> readBuildResult(JsonParser in) throws IOException {
    return Nullables.read(in, ReportsMarshaller::readListOfString);
  }

  static void writeBuildAllParams(JsonGenerator out, int[] channel_) throws IOException {
    out.writeStartObject();
    out.writeFieldName(CHANNEL_FIELD);
    Nullables.write(out, channel_, ArrayValues::writeInts);
    out.writeEndObject();
  }

  static BuildAllParams readBuildAllParams(JsonParser in) throws IOException {
    int[] channel_ = null;
    MemberCursor members = BUILD_ALL_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> channel_ = members.isNull() ? null : ArrayValues.readInts(in);
        default -> members.skip();
      }
    }
    return new BuildAllParams(channel_);
  }

  static void writeBuildAllResult(JsonGenerator out, Integer result) throws IOException {
    Nullables.write(out, result, JsonGenerator::writeNumber);
  }

  static Integer readBuildAllResult(JsonParser in) throws IOException {
    return Nullables.read(in, Numbers::readInt);
  }

  static void writeArchiveParams(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeEndObject();
  }

  static void readArchiveParams(JsonParser in) throws IOException {
    MemberCursor members = ARCHIVE_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      members.skip();
    }
  }

  static void writeCountParams(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeEndObject();
  }

  static void readCountParams(JsonParser in) throws IOException {
    MemberCursor members = COUNT_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      members.skip();
    }
  }

  static void writeCountResult(JsonGenerator out, int result) throws IOException {
    out.writeNumber(result);
  }

  static int readCountResult(JsonParser in) throws IOException {
    return Numbers.readInt(in);
  }

  static void writeFullException(JsonGenerator out, Reports.FullException failure) throws
      IOException {
    out.writeStartObject();
    out.writeEndObject();
  }

  static Reports.FullException readFullException(String message, JsonParser in) throws IOException {
    MemberCursor members = FULL_EXCEPTION_MEMBERS.open(in);
    while (members.next()) {
      members.skip();
    }
    return new Reports.FullException(message);
  }

  private static void writeListOfString(JsonGenerator out, List<String> value) throws IOException {
    Lists.write(out, value, JsonGenerator::writeString);
  }

  private static List<String> readListOfString(JsonParser in) throws IOException {
    return Lists.read(in, Texts::readString);
  }

  record BuildParams(int month, String id) {
  }

  record BuildAllParams(int[] channel_) {
  }
}
