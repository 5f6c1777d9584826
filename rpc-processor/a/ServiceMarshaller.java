package a;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Numbers;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.ResultType;
import io.callbox.rpc.ServiceDescriptor;
import java.io.IOException;
import javax.annotation.processing.Generated;

/**
 * Writes and reads what {@link Service} sends.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
final class ServiceMarshaller {
  private static final SerializedString B_FIELD = new SerializedString("b");

  private static final Members A_PARAMS_MEMBERS = Members.of("b");

  static final ResultType<Integer> INT_RESULT = new ResultType<>(
      ServiceMarshaller::readIntResult,
      ServiceMarshaller::writeIntResult);

  static final MethodDescriptor<Integer> A = MethodDescriptor.named("Service", "a")
      .returning(INT_RESULT);

  static final ServiceDescriptor SERVICE = ServiceDescriptor.of("Service", A);

  private ServiceMarshaller() {
  }

  static ParamsWriter paramsOfA(int b) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(B_FIELD);
      out.writeNumber(b);
      out.writeEndObject();
    };
  }

  static Invocation readAParams(JsonParser in, ServiceSkeleton skeleton) throws
      IOException {
    int b = 0;
    MemberCursor members = A_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> b = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return skeleton.callA(b);
  }

  static void writeIntResult(JsonGenerator out, int result) throws IOException {
    out.writeNumber(result);
  }

  static int readIntResult(JsonParser in) throws IOException {
    return Numbers.readInt(in);
  }
}
