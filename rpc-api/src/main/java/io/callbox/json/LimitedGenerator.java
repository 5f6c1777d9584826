package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Refuses names and numbers that {@link Json#FACTORY} would not read, so that the writer learns of
 * them and not the reader. The factory bounds the depth. Writes long text faster.
 *
 * <p>Belongs to one thread.
 */
final class LimitedGenerator extends UTF8JsonGenerator {

  /** The smallest positive whole number with too many digits. */
  private static final BigInteger TOO_LONG = BigInteger.TEN.pow(Json.MAX_DIGITS);

  /**
   * The number of digits that the text of a decimal may add: zeros behind the point, and an
   * exponent.
   */
  private static final int ADDED_DIGITS = 20;

  private static final int MOST_BYTES_TO_A_CHAR = 3;

  LimitedGenerator(
      IOContext context,
      int features,
      ObjectCodec codec,
      OutputStream out,
      char quote,
      SerializableString separator) {
    super(context, features, codec, out, quote);
    setRootValueSeparator(separator);
  }

  @Override
  public void writeFieldName(String name) throws IOException {
    if (!Unicode.isWhole(name)) {
      throw new JsonGenerationException("a name with half a surrogate pair has no JSON form", this);
    }
    if (name.length() > Json.MAX_NAME_BYTES / MOST_BYTES_TO_A_CHAR
        && Unicode.bytesOf(name) > Json.MAX_NAME_BYTES) {
      throw new JsonGenerationException(
          "a name has more than " + Json.MAX_NAME_BYTES + " bytes of UTF-8", this);
    }
    super.writeFieldName(name);
  }

  /** Copies the part of a long text that needs no conversion, and converts the rest. */
  @Override
  public void writeString(String text) throws IOException {
    byte[] ascii = text != null && text.length() >= PlainText.LONG ? PlainText.ascii(text) : null;
    if (ascii == null) {
      super.writeString(text);
    } else if (PlainText.endOf(ascii, 0, ascii.length) == ascii.length) {
      writeRawUTF8String(ascii, 0, ascii.length);
    } else {
      writeUTF8String(ascii, 0, ascii.length);
    }
  }

  @Override
  public void writeNumber(BigInteger value) throws IOException {
    if (value != null && value.abs().compareTo(TOO_LONG) >= 0) {
      throw tooLong();
    }
    super.writeNumber(value);
  }

  @Override
  public void writeNumber(BigDecimal value) throws IOException {
    if (value != null
        && value.precision() > Json.MAX_DIGITS - ADDED_DIGITS
        && digitsIn(value.toString()) > Json.MAX_DIGITS) {
      throw tooLong();
    }
    super.writeNumber(value);
  }

  @Override
  public void writeNumber(String encoded) throws IOException {
    if (encoded.length() > Json.MAX_DIGITS && digitsIn(encoded) > Json.MAX_DIGITS) {
      throw tooLong();
    }
    super.writeNumber(encoded);
  }

  private static long digitsIn(String number) {
    return number.chars().filter(each -> '0' <= each && each <= '9').count();
  }

  private JsonGenerationException tooLong() {
    return new JsonGenerationException(
        "a number has more than " + Json.MAX_DIGITS + " digits", this);
  }
}
