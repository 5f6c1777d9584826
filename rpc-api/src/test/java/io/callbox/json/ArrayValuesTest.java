package io.callbox.json;

import static io.callbox.json.RoundTrip.read;
import static io.callbox.json.RoundTrip.refusal;
import static io.callbox.json.RoundTrip.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ArrayValuesTest {

  @Test
  void arraysOfEveryPrimitive() throws IOException {
    assertEquals("[true,false]", booleans("[true, false]"));
    assertEquals(
        "[1,-2]", write(read("[1,-2]", ArrayValues::readShorts), ArrayValues::writeShorts));
    assertEquals("[1,-2]", write(read("[1,-2]", ArrayValues::readInts), ArrayValues::writeInts));
    assertEquals("[1,-2]", write(read("[1,-2]", ArrayValues::readLongs), ArrayValues::writeLongs));
    assertEquals(
        "[1.5,\"NaN\"]",
        write(read("[1.5,\"NaN\"]", ArrayValues::readFloats), ArrayValues::writeFloats));
    assertEquals(
        "[1.5,\"Infinity\"]",
        write(read("[1.5,\"Infinity\"]", ArrayValues::readDoubles), ArrayValues::writeDoubles));
    assertEquals(
        "\"né\\\"\"", write(read("\"né\\\"\"", ArrayValues::readChars), ArrayValues::writeChars));
  }

  private static String booleans(String json) throws IOException {
    return write(read(json, ArrayValues::readBooleans), ArrayValues::writeBooleans);
  }

  @Test
  void longArraysOutgrowTheFirstBuffer() throws IOException {
    int[] many = IntStream.range(0, 1000).toArray();
    assertArrayEquals(many, read(write(many, ArrayValues::writeInts), ArrayValues::readInts));
  }

  @Test
  void arraysOfObjectsKeepNulls() throws IOException {
    String[] read =
        read("[\"a\",null]", in -> ArrayValues.read(in, Texts::readString, String[]::new));
    assertArrayEquals(new String[] {"a", null}, read);
    assertEquals(
        "[\"a\",null]", write(read, (out, v) -> ArrayValues.write(out, v, Texts::writeString)));
  }

  @Test
  void nullIsNoPrimitive() {
    assertEquals("[1] must be an int, got null", refusal("[1,null]", ArrayValues::readInts));
  }

  @Test
  void bytesAreBase64() throws IOException {
    byte[] bytes = {0, -1, 62, 63};
    assertEquals("\"AP8+Pw==\"", write(bytes, Bytes::write));
    assertArrayEquals(bytes, read("\"AP8+Pw==\"", Bytes::read));
    assertArrayEquals(new byte[0], read("\"\"", Bytes::read));
  }

  @Test
  void textThatIsNotBase64IsRefused() {
    assertEquals("must be a base64 string", refusal("\"AP8_\"", Bytes::read));
    assertEquals("must be a base64 string", refusal("\"AP8+P\"", Bytes::read));
    assertEquals("must be a base64 string, got an array", refusal("[1]", Bytes::read));
  }

  @Test
  void onlyAStringIsText() throws IOException {
    assertEquals("must be a string, got 7", refusal("7", Texts::readString));
    assertEquals('x', read("\"x\"", Texts::readChar));
    assertEquals("\"x\"", write('x', Texts::writeChar));
    String expected = "must be a string of one character, got ";
    assertEquals(expected + "\"\"", refusal("\"\"", Texts::readChar));
    assertEquals(expected + "\"xy\"", refusal("\"xy\"", Texts::readChar));
    assertEquals(expected + "7", refusal("7", Texts::readChar));
  }
}
