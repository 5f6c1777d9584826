package good;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.json.Lists;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Nullables;
import io.callbox.json.Numbers;
import io.callbox.json.Texts;
import io.callbox.rpc.DeclaredException;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServiceDescriptor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Writes and reads what {@link Arith} sends.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
final class ArithMarshaller {
  private static final SerializedString A_FIELD = new SerializedString("a");

  private static final SerializedString B_FIELD = new SerializedString("b");

  private static final SerializedString N_FIELD = new SerializedString("n");

  private static final SerializedString TEXT_FIELD = new SerializedString("text");

  private static final SerializedString NUMBERS_FIELD = new SerializedString("numbers");

  private static final SerializedString DIVIDEND_FIELD = new SerializedString("dividend");

  private static final SerializedString QUOTIENT_FIELD = new SerializedString("quotient");

  private static final SerializedString REMAINDER_FIELD = new SerializedString("remainder");

  private static final Members MULTIPLY_PARAMS_MEMBERS = Members.of("a", "b");

  private static final Members DIVIDE_PARAMS_MEMBERS = Members.of("a", "b");

  private static final Members FIBONACCI_PARAMS_MEMBERS = Members.of("n");

  private static final Members DIVIDE_LATER_PARAMS_MEMBERS = Members.of("a", "b");

  private static final Members WARM_UP_PARAMS_MEMBERS = Members.of();

  private static final Members LOG_PARAMS_MEMBERS = Members.of("text");

  private static final Members SUM_ALL_PARAMS_MEMBERS = Members.of("numbers");

  private static final Members RESET_PARAMS_MEMBERS = Members.of();

  private static final Members DIVIDE_BY_ZERO_EXCEPTION_MEMBERS = Members.of("dividend");

  private static final Members QUOTIENT_MEMBERS = Members.of("quotient", "remainder");

  private static final DeclaredException<Arith.DivideByZeroException> DIVIDE_BY_ZERO_EXCEPTION = new DeclaredException<>(
      "Arith.DivideByZeroException",
      Arith.DivideByZeroException.class,
      ArithMarshaller::writeDivideByZeroException,
      ArithMarshaller::readDivideByZeroException);

  static final MethodDescriptor<Integer> MULTIPLY = MethodDescriptor.named("Arith", "multiply")
      .returning(ArithMarshaller::readMultiplyResult);

  static final MethodDescriptor<Arith.Quotient> DIVIDE = MethodDescriptor.named("Arith", "divide")
      .exceptions(DIVIDE_BY_ZERO_EXCEPTION)
      .returning(ArithMarshaller::readDivideResult);

  static final MethodDescriptor<Long> FIBONACCI = MethodDescriptor.named("Arith", "fibonacci")
      .idempotent()
      .returning(ArithMarshaller::readFibonacciResult);

  static final MethodDescriptor<Arith.Quotient> DIVIDE_LATER = MethodDescriptor.named("Arith", "divideLater")
      .exceptions(DIVIDE_BY_ZERO_EXCEPTION)
      .returning(ArithMarshaller::readDivideLaterResult);

  static final MethodDescriptor<Void> WARM_UP = MethodDescriptor.named("Arith", "warmUp")
      .returningNothing();

  static final MethodDescriptor<Void> LOG = MethodDescriptor.named("Arith", "log")
      .oneWay()
      .returningNothing();

  static final MethodDescriptor<Integer> SUM_ALL = MethodDescriptor.named("Arith", "sumAll")
      .timeout(Duration.ofMillis(1500))
      .returning(ArithMarshaller::readSumAllResult);

  static final MethodDescriptor<Void> RESET = MethodDescriptor.named("Arith", "reset")
      .timeout(Duration.ofSeconds(120))
      .returningNothing();

  static final ServiceDescriptor SERVICE = ServiceDescriptor.of("Arith", MULTIPLY, DIVIDE,
      FIBONACCI, DIVIDE_LATER, WARM_UP, LOG, SUM_ALL, RESET);

  private ArithMarshaller() {
  }

  static void writeMultiplyParams(JsonGenerator out, int a, int b) throws IOException {
    out.writeStartObject();
    out.writeFieldName(A_FIELD);
    out.writeNumber(a);
    out.writeFieldName(B_FIELD);
    out.writeNumber(b);
    out.writeEndObject();
  }

  static MultiplyParams readMultiplyParams(JsonParser in) throws IOException {
    int a = 0;
    int b = 0;
    MemberCursor members = MULTIPLY_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> a = Numbers.readInt(in);
        case 1 -> b = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(1);
    return new MultiplyParams(a, b);
  }

  static void writeMultiplyResult(JsonGenerator out, int result) throws IOException {
    out.writeNumber(result);
  }

  static int readMultiplyResult(JsonParser in) throws IOException {
    return Numbers.readInt(in);
  }

  static void writeDivideParams(JsonGenerator out, int a, int b) throws IOException {
    out.writeStartObject();
    out.writeFieldName(A_FIELD);
    out.writeNumber(a);
    out.writeFieldName(B_FIELD);
    out.writeNumber(b);
    out.writeEndObject();
  }

  static DivideParams readDivideParams(JsonParser in) throws IOException {
    int a = 0;
    int b = 0;
    MemberCursor members = DIVIDE_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> a = Numbers.readInt(in);
        case 1 -> b = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(1);
    return new DivideParams(a, b);
  }

  static void writeDivideResult(JsonGenerator out, Arith.Quotient result) throws IOException {
    Nullables.write(out, result, ArithMarshaller::writeQuotient);
  }

  static Arith.Quotient readDivideResult(JsonParser in) throws IOException {
    return Nullables.read(in, ArithMarshaller::readQuotient);
  }

  static void writeFibonacciParams(JsonGenerator out, int n) throws IOException {
    out.writeStartObject();
    out.writeFieldName(N_FIELD);
    out.writeNumber(n);
    out.writeEndObject();
  }

  static FibonacciParams readFibonacciParams(JsonParser in) throws IOException {
    int n = 0;
    MemberCursor members = FIBONACCI_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> n = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return new FibonacciParams(n);
  }

  static void writeFibonacciResult(JsonGenerator out, long result) throws IOException {
    out.writeNumber(result);
  }

  static long readFibonacciResult(JsonParser in) throws IOException {
    return Numbers.readLong(in);
  }

  static void writeDivideLaterParams(JsonGenerator out, int a, int b) throws IOException {
    out.writeStartObject();
    out.writeFieldName(A_FIELD);
    out.writeNumber(a);
    out.writeFieldName(B_FIELD);
    out.writeNumber(b);
    out.writeEndObject();
  }

  static DivideLaterParams readDivideLaterParams(JsonParser in) throws IOException {
    int a = 0;
    int b = 0;
    MemberCursor members = DIVIDE_LATER_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> a = Numbers.readInt(in);
        case 1 -> b = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(1);
    return new DivideLaterParams(a, b);
  }

  static void writeDivideLaterResult(JsonGenerator out, Arith.Quotient result) throws IOException {
    Nullables.write(out, result, ArithMarshaller::writeQuotient);
  }

  static Arith.Quotient readDivideLaterResult(JsonParser in) throws IOException {
    return Nullables.read(in, ArithMarshaller::readQuotient);
  }

  static void writeWarmUpParams(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeEndObject();
  }

  static void readWarmUpParams(JsonParser in) throws IOException {
    MemberCursor members = WARM_UP_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      members.skip();
    }
  }

  static void writeLogParams(JsonGenerator out, String line) throws IOException {
    out.writeStartObject();
    out.writeFieldName(TEXT_FIELD);
    out.writeString(line);
    out.writeEndObject();
  }

  static LogParams readLogParams(JsonParser in) throws IOException {
    String line = null;
    MemberCursor members = LOG_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> line = members.isNull() ? null : Texts.readString(in);
        default -> members.skip();
      }
    }
    return new LogParams(line);
  }

  static void writeSumAllParams(JsonGenerator out, List<Integer> numbers) throws IOException {
    out.writeStartObject();
    out.writeFieldName(NUMBERS_FIELD);
    Nullables.write(out, numbers, ArithMarshaller::writeListOfInteger);
    out.writeEndObject();
  }

  static SumAllParams readSumAllParams(JsonParser in) throws IOException {
    List<Integer> numbers = null;
    MemberCursor members = SUM_ALL_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> numbers = members.isNull() ? null : Lists.read(in, Numbers::readInt);
        default -> members.skip();
      }
    }
    return new SumAllParams(numbers);
  }

  static void writeSumAllResult(JsonGenerator out, int result) throws IOException {
    out.writeNumber(result);
  }

  static int readSumAllResult(JsonParser in) throws IOException {
    return Numbers.readInt(in);
  }

  static void writeResetParams(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeEndObject();
  }

  static void readResetParams(JsonParser in) throws IOException {
    MemberCursor members = RESET_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      members.skip();
    }
  }

  static void writeDivideByZeroException(JsonGenerator out, Arith.DivideByZeroException failure)
      throws IOException {
    out.writeStartObject();
    out.writeFieldName(DIVIDEND_FIELD);
    out.writeNumber(failure.dividend());
    out.writeEndObject();
  }

  static Arith.DivideByZeroException readDivideByZeroException(String message, JsonParser in) throws
      IOException {
    int dividend = 0;
    MemberCursor members = DIVIDE_BY_ZERO_EXCEPTION_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> dividend = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return new Arith.DivideByZeroException(message, dividend);
  }

  static void writeQuotient(JsonGenerator out, Arith.Quotient value) throws IOException {
    out.writeStartObject();
    out.writeFieldName(QUOTIENT_FIELD);
    out.writeNumber(value.quotient());
    out.writeFieldName(REMAINDER_FIELD);
    out.writeNumber(value.remainder());
    out.writeEndObject();
  }

  static Arith.Quotient readQuotient(JsonParser in) throws IOException {
    int quotient = 0;
    int remainder = 0;
    MemberCursor members = QUOTIENT_MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> quotient = Numbers.readInt(in);
        case 1 -> remainder = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(1);
    return new Arith.Quotient(quotient, remainder);
  }

  private static void writeListOfInteger(JsonGenerator out, List<Integer> value) throws
      IOException {
    Lists.write(out, value, JsonGenerator::writeNumber);
  }

  record MultiplyParams(int a, int b) {
  }

  record DivideParams(int a, int b) {
  }

  record FibonacciParams(int n) {
  }

  record DivideLaterParams(int a, int b) {
  }

  record LogParams(String line) {
  }

  record SumAllParams(List<Integer> numbers) {
  }
}
