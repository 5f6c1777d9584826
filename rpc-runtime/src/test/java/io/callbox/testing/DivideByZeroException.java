package io.callbox.testing;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Numbers;
import io.callbox.rpc.DeclaredException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A declared exception with a field of its own, and what the compiler would write for it. */
public final class DivideByZeroException extends Exception {

  private static final long serialVersionUID = 1L;

  public static final DeclaredException<DivideByZeroException> DECLARED =
      new DeclaredException<>(
          "DivideByZero",
          DivideByZeroException.class,
          (out, failure) -> {
            out.writeStartObject();
            out.writeNumberField("dividend", failure.dividend());
            out.writeEndObject();
          },
          DivideByZeroException::read);

  private static final Members MEMBERS = Members.of("dividend");

  private final int dividend;

  public DivideByZeroException(@Nullable String message, int dividend) {
    super(message);
    this.dividend = dividend;
  }

  public int dividend() {
    return dividend;
  }

  private static DivideByZeroException read(@Nullable String message, JsonParser in)
      throws IOException {
    int dividend = 0;
    MemberCursor members = MEMBERS.open(in);
    while (members.next()) {
      if (members.index() == 0) {
        dividend = Numbers.readInt(in);
      } else {
        members.skip();
      }
    }
    return new DivideByZeroException(message, dividend);
  }
}
