package good;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Numbers;
import io.callbox.json.Texts;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.ResultType;
import io.callbox.rpc.ServiceDescriptor;
import java.io.IOException;
import javax.annotation.processing.Generated;

/**
 * Writes and reads what {@link Library} sends.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
final class LibraryMarshaller {
  private static final SerializedString TITLE_FIELD = new SerializedString("title");

  private static final SerializedString NUMBER_FIELD = new SerializedString("number");

  private static final Members FIND_PARAMS_MEMBERS = Members.of("title");

  private static final Members LEND_PARAMS_MEMBERS = Members.of("number");

  static final ResultType<Integer> INT_RESULT = new ResultType<>(
      LibraryMarshaller::readIntResult,
      LibraryMarshaller::writeIntResult);

  static final MethodDescriptor<Integer> FIND = MethodDescriptor.named("Library", "find")
      .idempotent()
      .returning(INT_RESULT);

  static final MethodDescriptor<Void> LEND = MethodDescriptor.named("Library", "lend")
      .returningNothing();

  static final MethodDescriptor<Void> BURN = MethodDescriptor.named("Library", "burn")
      .returningNothing();

  static final ServiceDescriptor SERVICE = ServiceDescriptor.of("Library", FIND, LEND, BURN);

  private LibraryMarshaller() {
  }

  static ParamsWriter paramsOfFind(String title) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(TITLE_FIELD);
      out.writeString(title);
      out.writeEndObject();
    };
  }

  static Invocation readFindParams(JsonParser in, LibrarySkeleton skeleton) throws
      IOException {
    String title = null;
    MemberCursor members = FIND_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> title = members.isNull() ? null : Texts.readString(in);
        default -> members.skip();
      }
    }
    return skeleton.callFind(title);
  }

  static void writeIntResult(JsonGenerator out, int result) throws IOException {
    out.writeNumber(result);
  }

  static int readIntResult(JsonParser in) throws IOException {
    return Numbers.readInt(in);
  }

  static ParamsWriter paramsOfLend(int number) {
    return out -> {
      out.writeStartObject();
      out.writeFieldName(NUMBER_FIELD);
      out.writeNumber(number);
      out.writeEndObject();
    };
  }

  static Invocation readLendParams(JsonParser in, LibrarySkeleton skeleton) throws
      IOException {
    int number = 0;
    MemberCursor members = LEND_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> number = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return skeleton.callLend(number);
  }

  static Invocation readBurnParams(JsonParser in, LibrarySkeleton skeleton) throws
      IOException {
    Members.readNone(in);
    return skeleton.callBurn();
  }
}
