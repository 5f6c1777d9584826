package io.callbox.json;

import static io.callbox.json.RoundTrip.read;
import static io.callbox.json.RoundTrip.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumbersTest {

  @Test
  void theLeastAndTheGreatestOfEachTypeAreRead() throws IOException {
    assertEquals(Byte.MIN_VALUE, read("-128", Numbers::readByte));
    assertEquals(Byte.MAX_VALUE, read("127", Numbers::readByte));
    assertEquals(Short.MIN_VALUE, read("-32768", Numbers::readShort));
    assertEquals(Short.MAX_VALUE, read("32767", Numbers::readShort));
    assertEquals(Integer.MIN_VALUE, read("-2147483648", Numbers::readInt));
    assertEquals(Integer.MAX_VALUE, read("2147483647", Numbers::readInt));
    assertEquals(Long.MIN_VALUE, read("-9223372036854775808", Numbers::readLong));
    assertEquals(Long.MAX_VALUE, read("9223372036854775807", Numbers::readLong));
    assertEquals(Float.MAX_VALUE, read("3.4028235E38", Numbers::readFloat));
    assertEquals(Double.MAX_VALUE, read("1.7976931348623157E308", Numbers::readDouble));
    assertEquals(Double.MIN_VALUE, read("4.9E-324", Numbers::readDouble));
  }

  /** Those of few digits are not read by Jackson. */
  @Test
  void decimalsAreReadAsJavaReadsThem() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int turn = 0; turn < 20_000; turn++) {
      long digits = random.nextLong(1L << random.nextInt(1, 63));
      String decimal = BigDecimal.valueOf(digits, random.nextInt(1, 20)).toPlainString();
      for (String number : new String[] {decimal, '-' + decimal, decimal + "e3"}) {
        assertEquals(Double.parseDouble(number), read(number, Numbers::readDouble), number);
      }
    }
    for (String number : new String[] {"0.0", "-0.0", "0.1", "123456789012345.0", "0.30"}) {
      assertEquals(Double.parseDouble(number), read(number, Numbers::readDouble), number);
    }
  }

  @ParameterizedTest
  @CsvSource({"-129", "128", "1e3", "9223372036854775808"})
  void bytesBeyondTheirRangeAreRefused(String number) {
    assertEquals("must be a byte, got " + number, refusal(number, Numbers::readByte));
  }

  @ParameterizedTest
  @CsvSource({"-32769", "32768"})
  void shortsBeyondTheirRangeAreRefused(String number) {
    assertEquals("must be a short, got " + number, refusal(number, Numbers::readShort));
  }

  @ParameterizedTest
  @CsvSource({"-2147483649", "2147483648", "9223372036854775808", "2147483648.0", "1e400"})
  void intsBeyondTheirRangeAreRefused(String number) {
    assertEquals("must be an int, got " + number, refusal(number, Numbers::readInt));
  }

  @ParameterizedTest
  @CsvSource({"-9223372036854775809", "9223372036854775808", "1e19", "1e400"})
  void longsBeyondTheirRangeAreRefused(String number) {
    assertEquals("must be a long, got " + number, refusal(number, Numbers::readLong));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.0", "7e0", "0.7E1", "7.000", "70e-1"})
  void wholeNumbersWithAPointAreRead(String number) throws IOException {
    assertEquals((byte) 7, read(number, Numbers::readByte));
    assertEquals(7, read(number, Numbers::readInt));
    assertEquals(7L, read(number, Numbers::readLong));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.5", "1e-1", "7.00000000000000000001", "-0.5"})
  void fractionsAreNoWholeNumbers(String number) {
    assertEquals("must be an int, got " + number, refusal(number, Numbers::readInt));
    assertEquals("must be a long, got " + number, refusal(number, Numbers::readLong));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "true", "null", "\"\""})
  void onlyANumberIsANumber(String json) {
    String array = "[" + json + "]";
    assertEquals("[0] must be a short, got " + json, refusal(array, ArrayValues::readShorts));
    assertEquals("[0] must be an int, got " + json, refusal(array, ArrayValues::readInts));
    assertEquals("[0] must be a long, got " + json, refusal(array, ArrayValues::readLongs));
    assertEquals("[0] must be a float, got " + json, refusal(array, ArrayValues::readFloats));
    assertEquals("[0] must be a double, got " + json, refusal(array, ArrayValues::readDoubles));
  }

  @Test
  void infinityAndNanAreStrings() throws IOException {
    assertEquals(Double.NaN, read("\"NaN\"", Numbers::readDouble));
    assertEquals(Double.NEGATIVE_INFINITY, read("\"-Infinity\"", Numbers::readDouble));
    assertEquals(Float.NaN, read("\"NaN\"", Numbers::readFloat));
    assertEquals(Float.POSITIVE_INFINITY, read("\"Infinity\"", Numbers::readFloat));
    assertEquals("must be a double, got \"inf\"", refusal("\"inf\"", Numbers::readDouble));
  }

  @Test
  void numbersTooLargeForATypeDoNotBecomeInfinite() {
    assertEquals("must be a double, got 1e400", refusal("1e400", Numbers::readDouble));
    assertEquals("must be a float, got 1e39", refusal("1e39", Numbers::readFloat));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0e99999999999", "1e99999999999", "-1e-99999999999"})
  void exponentsBeyondAnIntAreRefused(String number) {
    assertEquals("must be an int, got " + number, refusal(number, Numbers::readInt));
  }

  @Test
  void fewDecimalsAreWrittenWithTheDigitsThatJavaGivesThem() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int draw = 0; draw < 200_000; draw++) {
      double value = random.nextLong(20_000_000_000L) / (draw % 2 == 0 ? 1000.0 : 100.0);
      assertSameDigits(value);
      assertSameDigits(-value);
      assertSameDigits(Math.nextUp(value));
      assertSameDigits(value / 1e6);
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, -0.0, 0.001, 9.999e-4, 0.0015, 0.01, 0.1, 0.5, 1, 1.05, 10, 100.001, 9999999})
  void digitsAreTheSameAtTheEdges(double value) throws IOException {
    assertSameDigits(value);
    assertSameDigits(-value);
    assertSameDigits(Math.nextUp(value));
    assertSameDigits(Math.nextDown(value));
    assertSameDigits(9_999_999.999 + value);
  }

  private static void assertSameDigits(double value) throws IOException {
    StringWriter written = new StringWriter();
    try (JsonGenerator out = Json.FACTORY.createGenerator(written)) {
      Numbers.writeDouble(out, value);
    }
    assertEquals(Double.toString(value), written.toString());
  }

  @Test
  void truthIsNoNumber() throws IOException {
    assertEquals(true, read("true", Numbers::readBoolean));
    assertEquals(false, read("false", Numbers::readBoolean));
    assertEquals("must be a boolean, got 1", refusal("1", Numbers::readBoolean));
    assertEquals("must be a boolean, got \"true\"", refusal("\"true\"", Numbers::readBoolean));
  }
}
