package io.callbox.json;

import static io.callbox.json.RoundTrip.read;
import static io.callbox.json.RoundTrip.refusal;
import static io.callbox.json.RoundTrip.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BigNumbersTest {

  private static final String WHOLE = "must be a whole number of up to 1000 digits, got ";
  private static final String DECIMAL = "must be a number with an exponent of up to ±100000, got ";

  @Test
  void wholeNumbersOfAThousandDigitsAreRead() throws IOException {
    BigInteger value = BigInteger.TEN.pow(999);
    assertEquals(
        value, read(write(value, BigNumbers::writeBigInteger), BigNumbers::readBigInteger));
    assertEquals(value, read("1e999", BigNumbers::readBigInteger));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "7.0", "0.7e1", "70e-1"})
  void wholeNumbersMayHaveAPoint(String number) throws IOException {
    assertEquals(BigInteger.valueOf(7), read(number, BigNumbers::readBigInteger));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.5", "1e-1", "1e1000", "1e999999999", "1e-999999999", "1e99999999999"})
  void noShortTextBecomesALongNumber(String number) {
    assertEquals(WHOLE + number, refusal(number, BigNumbers::readBigInteger));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e-999999999", "1e100001", "1e-100001", "1e2147483648"})
  void decimalsAreBoundedInTheirExponent(String number) {
    assertEquals(DECIMAL + number, refusal(number, BigNumbers::readBigDecimal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "1e2147483647", "1e-2147483647"})
  void primitivesOfHugeExponentsAreRefusedAtOnce(String number) {
    assertEquals("must be a long, got " + number, refusal(number, Numbers::readLong));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10", "0.00", "-1E+3", "1E-100000", "12345678901234567890.123"})
  void decimalsKeepTheirDigitsAndScale(String number) throws IOException {
    BigDecimal value = read(number, BigNumbers::readBigDecimal);
    assertEquals(new BigDecimal(number), value);
    assertEquals(number, write(value, BigNumbers::writeBigDecimal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "true", "\"NaN\""})
  void onlyANumberIsANumber(String json) {
    assertEquals(WHOLE + json, refusal(json, BigNumbers::readBigInteger));
    assertEquals(DECIMAL + json, refusal(json, BigNumbers::readBigDecimal));
  }

  @Test
  void theParserItselfTakesNoTextOfMoreDigits() {
    String many = "1".repeat(BigNumbers.MAX_DIGITS + 1);
    assertThrows(StreamConstraintsException.class, () -> read(many, BigNumbers::readBigInteger));
    assertThrows(
        StreamConstraintsException.class, () -> read(many + ".0", BigNumbers::readBigDecimal));
  }
}
