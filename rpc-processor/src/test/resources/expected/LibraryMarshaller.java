package good;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Numbers;
import io.callbox.json.Texts;
import io.callbox.rpc.MethodDescriptor;
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

  private static final Members BURN_PARAMS_MEMBERS = Members.of();

  static final MethodDescriptor<Integer> FIND = MethodDescriptor.named("Library", "find")
      .idempotent()
      .returning(LibraryMarshaller::readFindResult);

  static final MethodDescriptor<Void> LEND = MethodDescriptor.named("Library", "lend")
      .returningNothing();

  static final MethodDescriptor<Void> BURN = MethodDescriptor.named("Library", "burn")
      .returningNothing();

  static final ServiceDescriptor SERVICE = ServiceDescriptor.of("Library", FIND, LEND, BURN);

  private LibraryMarshaller() {
  }

  static void writeFindParams(JsonGenerator out, String title) throws IOException {
    out.writeStartObject();
    out.writeFieldName(TITLE_FIELD);
    out.writeString(title);
    out.writeEndObject();
  }

  static FindParams readFindParams(JsonParser in) throws IOException {
    String title = null;
    MemberCursor members = FIND_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> title = members.isNull() ? null : Texts.readString(in);
        default -> members.skip();
      }
    }
    return new FindParams(title);
  }

  static void writeFindResult(JsonGenerator out, int result) throws IOException {
    out.writeNumber(result);
  }

  static int readFindResult(JsonParser in) throws IOException {
    return Numbers.readInt(in);
  }

  static void writeLendParams(JsonGenerator out, int number) throws IOException {
    out.writeStartObject();
    out.writeFieldName(NUMBER_FIELD);
    out.writeNumber(number);
    out.writeEndObject();
  }

  static LendParams readLendParams(JsonParser in) throws IOException {
    int number = 0;
    MemberCursor members = LEND_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> number = Numbers.readInt(in);
        default -> members.skip();
      }
    }
    members.require(0);
    return new LendParams(number);
  }

  static void writeBurnParams(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeEndObject();
  }

  static void readBurnParams(JsonParser in) throws IOException {
    MemberCursor members = BURN_PARAMS_MEMBERS.openParams(in);
    while (members.next()) {
      members.skip();
    }
  }

  record FindParams(String title) {
  }

  record LendParams(int number) {
  }
}
