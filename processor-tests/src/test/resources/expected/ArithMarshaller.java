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

  private static final Members LOG_PARAMS_MEMBERS = Members.of("text");

  private static final Members SUM_ALL_PARAMS_MEMBERS = Members.of("numbers");

  private static final Members DIVIDE_BY_ZERO_EXCEPTION_MEMBERS = Members.of("dividend");

  private static final Members QUOTIENT_MEMBERS = Members.of("quotient", "remainder");

  private static final DeclaredException<Arith.DivideByZeroException> DIVIDE_BY_ZERO_EXCEPTION = new DeclaredException<>(
      "Arith.DivideByZeroException",
      Arith.DivideByZeroException.class,
      ArithMarshaller::writeDivideByZeroException,
      ArithMarshaller::readDivideByZeroException);

  static final ResultType<Integer> INT_RESULT = new ResultType<>(
      ArithMarshaller::readIntResult,
      ArithMarshaller::writeIntResult);

  static final ResultType<Arith.Quotient> QUOTIENT_RESULT = new ResultType<>(
      ArithMarshaller::readNullableQuotient,
      ArithMarshaller::writeNullableQuotient);

  static final ResultType<Long> LONG_RESULT = new ResultType<>(
      ArithMarshaller::readLongResult,
      ArithMarshaller::writeLongResult);

  static final MethodDescriptor<Integer> MULTIPLY = MethodDescriptor.named("Arith", "multiply")
      .returning(INT_RESULT);

  static final MethodDescriptor<Arith.Quotient> DIVIDE = MethodDescriptor.named("Arith", "divide")
      .exceptions(DIVIDE_BY_ZERO_EXCEPTION)
      .returning(QUOTIENT_RESULT);

  static final MethodDescriptor<Long> FIBONACCI = MethodDescriptor.named("Arith", "fibonacci")
      .idempotent()
      .returning(LONG_RESULT);

  static final MethodDescriptor<Arith.Quotient> DIVIDE_LATER = MethodDescriptor.named("Arith", "divideLater")
      .exceptions(DIVIDE_BY_ZERO_EXCEPTION)
      .returning(QUOTIENT_RESULT);

  static final MethodDescriptor<Void> WARM_UP = MethodDescriptor.named("Arith", "warmUp")
      .returningNothing();

  static final MethodDescriptor<Void> LOG = MethodDescriptor.named("Arith", "log")
      .oneWay()
      .returningNothing();

  static final MethodDescriptor<Integer> SUM_ALL = MethodDescriptor.named("Arith", "sumAll")
      .timeout(Duration.ofMillis(1500))
      .returning(INT_RESULT);

  static final MethodDescriptor<Void> RESET = MethodDescriptor.named("Arith", "reset")
      .timeout(Duration.ofSeconds(120))
      .returningNothing();

  static final ServiceDescriptor SERVICE = ServiceDescriptor.of("Arith", MULTIPLY, DIVIDE,
      FIBONACCI, DIVIDE_LATER, WARM_UP, LOG, SUM_ALL, RESET);

  private ArithMarshaller() {
  }

  static ParamsWriter paramsOfMultiply(int a, int b) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(A_FIELD);
      out.writeNumber(a);
      out.writeFieldName(B_FIELD);
      out.writeNumber(b);
      out.writeEndObject();
    };
  }

  static Invocation readMultiplyParams(JsonParser in, ArithSkeleton skeleton) throws
      IOException {
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
    return skeleton.callMultiply(a, b);
  }

  static void writeIntResult(JsonGenerator out, int result) throws IOException {
    out.writeNumber(result);
  }

  static int readIntResult(JsonParser in) throws IOException {
    return Numbers.readInt(in);
  }

  static ParamsWriter paramsOfDivide(int a, int b) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(A_FIELD);
      out.writeNumber(a);
      out.writeFieldName(B_FIELD);
      out.writeNumber(b);
      out.writeEndObject();
    };
  }

  static Invocation readDivideParams(JsonParser in, ArithSkeleton skeleton) throws
      IOException {
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
    return skeleton.callDivide(a, b);
  }

  static ParamsWriter paramsOfFibonacci(int n) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(N_FIELD);
      out.writeNumber(n);
      out.writeEndObject();
    };
  }

  static Invocation readFibonacciParams(JsonParser in, ArithSkeleton skeleton) throws
      IOException {
    int n = 0;
    MemberCursor members = FIBONACCI_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> n = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return skeleton.callFibonacci(n);
  }

  static void writeLongResult(JsonGenerator out, long result) throws IOException {
    out.writeNumber(result);
  }

  static long readLongResult(JsonParser in) throws IOException {
    return Numbers.readLong(in);
  }

  static ParamsWriter paramsOfDivideLater(int a, int b) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(A_FIELD);
      out.writeNumber(a);
      out.writeFieldName(B_FIELD);
      out.writeNumber(b);
      out.writeEndObject();
    };
  }

  static Invocation readDivideLaterParams(JsonParser in, ArithSkeleton skeleton) throws
      IOException {
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
    return skeleton.callDivideLater(a, b);
  }

  static Invocation readWarmUpParams(JsonParser in, ArithSkeleton skeleton) throws
      IOException {
    Members.readNone(in);
    return skeleton.callWarmUp();
  }

  static ParamsWriter paramsOfLog(String line) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(TEXT_FIELD);
      out.writeString(line);
      out.writeEndObject();
    };
  }

  static Invocation readLogParams(JsonParser in, ArithSkeleton skeleton) throws
      IOException {
    String line = null;
    MemberCursor members = LOG_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> line = members.isNull() ? null : Texts.readString(in);
        default -> members.skip();
      }
    }
    return skeleton.callLog(line);
  }

  static ParamsWriter paramsOfSumAll(List<Integer> numbers) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(NUMBERS_FIELD);
      writeNullableListOfInteger(out, numbers);
      out.writeEndObject();
    };
  }

  static Invocation readSumAllParams(JsonParser in, ArithSkeleton skeleton) throws
      IOException {
    List<Integer> numbers = null;
    MemberCursor members = SUM_ALL_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> numbers = members.isNull() ? null : Lists.read(in, Numbers::readInt);
        default -> members.skip();
      }
    }
    return skeleton.callSumAll(numbers);
  }

  static Invocation readResetParams(JsonParser in, ArithSkeleton skeleton) throws
      IOException {
    Members.readNone(in);
    return skeleton.callReset();
  }

  static void writeDivideByZeroException(JsonGenerator out,
      Arith.DivideByZeroException failure) throws IOException {
    out.writeStartObject();
    out.writeFieldName(DIVIDEND_FIELD);
    out.writeNumber(failure.dividend());
    out.writeEndObject();
  }

  static Arith.DivideByZeroException readDivideByZeroException(String message,
      JsonParser in) throws IOException {
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

  private static Arith.Quotient readNullableQuotient(JsonParser in) throws IOException {
    return Nullables.read(in, ArithMarshaller::readQuotient);
  }

  private static void writeNullableQuotient(JsonGenerator out, Arith.Quotient value) throws
      IOException {
    Nullables.write(out, value, ArithMarshaller::writeQuotient);
  }

  private static void writeNullableListOfInteger(JsonGenerator out, List<Integer> value)
      throws IOException {
    Nullables.write(out, value, ArithMarshaller::writeListOfInteger);
  }

  private static void writeListOfInteger(JsonGenerator out, List<Integer> value) throws
      IOException {
    Lists.write(out, value, JsonGenerator::writeNumber);
  }
}
