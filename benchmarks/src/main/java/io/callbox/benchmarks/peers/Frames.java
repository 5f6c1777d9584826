package io.callbox.benchmarks.peers;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callbox.benchmarks.work.Order;
import io.callbox.benchmarks.work.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The messages of peers that only move bytes: an operation's letter, then its argument. Orders are
 * JSON by Jackson, with its reader and writer prepared.
 */
final class Frames {

  private static final byte MULTIPLY = 'm';
  private static final byte RELAY = 'r';
  private static final byte ECHO = 'e';
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectReader READER = MAPPER.readerFor(Order.class);
  private static final ObjectWriter WRITER = MAPPER.writerFor(Order.class);

  private Frames() {}

  static byte[] multiply(int a, int b) {
    return ByteBuffer.allocate(9).put(MULTIPLY).putInt(a).putInt(b).array();
  }

  static int product(byte[] reply) {
    return ByteBuffer.wrap(reply).getInt();
  }

  static byte[] relay(Order order) {
    return framed(RELAY, json(order));
  }

  static byte[] json(Order order) {
    try {
      return WRITER.writeValueAsBytes(order);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Order order(byte[] bytes, int from) {
    try {
      return READER.readValue(bytes, from, bytes.length - from);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static byte[] echo(String text) {
    return framed(ECHO, text.getBytes(StandardCharsets.UTF_8));
  }

  static String text(byte[] reply) {
    return new String(reply, StandardCharsets.UTF_8);
  }

  /** Runs what a request asks for, and gives the reply. */
  static byte[] serve(Work work, byte[] request) {
    return switch (request[0]) {
      case MULTIPLY -> {
        ByteBuffer ints = ByteBuffer.wrap(request, 1, 8);
        int product = work.multiply(ints.getInt(), ints.getInt());
        yield ByteBuffer.allocate(4).putInt(product).array();
      }
      case RELAY -> json(work.relay(order(request, 1)));
      case ECHO -> {
        String text = new String(request, 1, request.length - 1, StandardCharsets.UTF_8);
        yield work.echo(text).getBytes(StandardCharsets.UTF_8);
      }
      default -> throw new IllegalArgumentException("operation " + request[0]);
    };
  }

  private static byte[] framed(byte operation, byte[] argument) {
    byte[] frame = Arrays.copyOf(new byte[] {operation}, 1 + argument.length);
    System.arraycopy(argument, 0, frame, 1, argument.length);
    return frame;
  }
}
