package good;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.json.Lists;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Numbers;
import io.callbox.json.Texts;
import io.callbox.rpc.DeclaredException;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.ResultType;
import io.callbox.rpc.ServiceDescriptor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Writes and reads what {@link Streams} sends.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
final class StreamsMarshaller {
  private static final SerializedString FILE_FIELD = new SerializedString("file");

  private static final SerializedString FROM_FIELD = new SerializedString("from");

  private static final SerializedString TO_FIELD = new SerializedString("to");

  private static final SerializedString NUMBER_FIELD = new SerializedString("number");

  private static final SerializedString TEXT_FIELD = new SerializedString("text");

  private static final Members TAIL_PARAMS_MEMBERS = Members.of("file");

  private static final Members COUNT_PARAMS_MEMBERS = Members.of("from", "to");

  private static final Members MISSING_EXCEPTION_MEMBERS = Members.of();

  private static final Members LINE_MEMBERS = Members.of("number", "text");

  private static final DeclaredException<Streams.MissingException> MISSING_EXCEPTION = new DeclaredException<>(
      "Streams.MissingException",
      Streams.MissingException.class,
      StreamsMarshaller::writeMissingException,
      StreamsMarshaller::readMissingException);

  static final ResultType<Streams.Line> LINE_RESULT = new ResultType<>(
      StreamsMarshaller::readLineResult,
      StreamsMarshaller::writeLineResult);

  static final ResultType<Integer> INTEGER_RESULT = new ResultType<>(
      StreamsMarshaller::readIntegerResult,
      StreamsMarshaller::writeIntegerResult);

  static final ResultType<List<Streams.Line>> LIST_OF_LINE_RESULT = new ResultType<>(
      StreamsMarshaller::readListOfLineResult,
      StreamsMarshaller::writeListOfLineResult);

  static final MethodDescriptor<Streams.Line> TAIL = MethodDescriptor.named("Streams", "tail")
      .streaming()
      .returning(LINE_RESULT);

  static final MethodDescriptor<Integer> COUNT = MethodDescriptor.named("Streams", "count")
      .idempotent()
      .streaming()
      .timeout(Duration.ofSeconds(60))
      .returning(INTEGER_RESULT);

  static final MethodDescriptor<List<Streams.Line>> PAGES = MethodDescriptor.named("Streams", "pages")
      .streaming()
      .exceptions(MISSING_EXCEPTION)
      .returning(LIST_OF_LINE_RESULT);

  static final ServiceDescriptor SERVICE = ServiceDescriptor.of("Streams", TAIL, COUNT,
      PAGES);

  private StreamsMarshaller() {
  }

  static ParamsWriter paramsOfTail(String file) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(FILE_FIELD);
      out.writeString(file);
      out.writeEndObject();
    };
  }

  static Invocation readTailParams(JsonParser in, StreamsSkeleton skeleton) throws
      IOException {
    String file = null;
    MemberCursor members = TAIL_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> file = members.isNull() ? null : Texts.readString(in);
        default -> members.skip();
      }
    }
    return skeleton.callTail(file);
  }

  static void writeLineResult(JsonGenerator out, Streams.Line result) throws IOException {
    writeLine(out, Objects.requireNonNull(result, "the result"));
  }

  static Streams.Line readLineResult(JsonParser in) throws IOException {
    return readLine(in);
  }

  static ParamsWriter paramsOfCount(int from, int to) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(FROM_FIELD);
      out.writeNumber(from);
      out.writeFieldName(TO_FIELD);
      out.writeNumber(to);
      out.writeEndObject();
    };
  }

  static Invocation readCountParams(JsonParser in, StreamsSkeleton skeleton) throws
      IOException {
    int from = 0;
    int to = 0;
    MemberCursor members = COUNT_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> from = Numbers.readInt(in);
        case 1 -> to = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(1);
    return skeleton.callCount(from, to);
  }

  static void writeIntegerResult(JsonGenerator out, Integer result) throws IOException {
    out.writeNumber(Objects.requireNonNull(result, "the result"));
  }

  static Integer readIntegerResult(JsonParser in) throws IOException {
    return Numbers.readInt(in);
  }

  static Invocation readPagesParams(JsonParser in, StreamsSkeleton skeleton) throws
      IOException {
    Members.readNone(in);
    return skeleton.callPages();
  }

  static void writeListOfLineResult(JsonGenerator out, List<Streams.Line> result) throws
      IOException {
    Lists.write(out, Objects.requireNonNull(result, "the result"), StreamsMarshaller::writeLine);
  }

  static List<Streams.Line> readListOfLineResult(JsonParser in) throws IOException {
    return Lists.read(in, StreamsMarshaller::readLine);
  }

  static void writeMissingException(JsonGenerator out, Streams.MissingException failure)
      throws IOException {
    out.writeStartObject();
    out.writeEndObject();
  }

  static Streams.MissingException readMissingException(String message, JsonParser in)
      throws IOException {
    MemberCursor members = MISSING_EXCEPTION_MEMBERS.open(in);
    while (members.next()) {
      members.skip();
    }
    return new Streams.MissingException(message);
  }

  static void writeLine(JsonGenerator out, Streams.Line value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(NUMBER_FIELD);
    out.writeNumber(value.number());
    out.writeFieldName(TEXT_FIELD);
    out.writeString(value.text());
    out.writeEndObject();
  }

  static Streams.Line readLine(JsonParser in) throws IOException {
    int number = 0;
    String text = null;
    MemberCursor members = LINE_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> number = Numbers.readInt(in);
        case 1 -> text = members.isNull() ? null : Texts.readString(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return new Streams.Line(number, text);
  }
}
