package io.callbox.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One plain connection to a Redis, as a person with {@code redis-cli} has. Not safe for use by many
 * threads.
 */
public final class RawRedis implements AutoCloseable {

  private static final int READ_TIMEOUT_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream in;

  private RawRedis(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  public static RawRedis of(RedisProcess redis) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(READ_TIMEOUT_MILLIS);
      return new RawRedis(socket);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public void push(String key, String message) {
    command("LPUSH", key, message);
  }

  /** Pops what was pushed first, waiting a while for it; null if nothing came. */
  public @Nullable String pop(String key, int seconds) {
    Object popped = command("BRPOP", key, Integer.toString(seconds));
    return popped instanceof List<?> pair ? (String) pair.get(1) : null;
  }

  public long number(String... command) {
    Object answer = command(command);
    if (answer instanceof Long number) {
      return number;
    }
    throw new AssertionError(String.join(" ", command) + ": " + answer);
  }

  public String text(String... command) {
    return String.valueOf(command(command));
  }

  /** The answer: a string, a number, a list of answers, or null. Errors are thrown. */
  public @Nullable Object command(String... parts) {
    try {
      socket.getOutputStream().write(encode(parts));
      return read();
    } catch (IOException failure) {
      throw new UncheckedIOException(String.join(" ", parts), failure);
    }
  }

  private static byte[] encode(String... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(("*" + parts.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      out.writeBytes(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(bytes);
      out.writeBytes(new byte[] {'\r', '\n'});
    }
    return out.toByteArray();
  }

  private @Nullable Object read() throws IOException {
    String line = readLine();
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+' -> rest;
      case ':' -> Long.valueOf(rest);
      case '$' -> readText(Integer.parseInt(rest));
      case '*' -> readList(Integer.parseInt(rest));
      default -> throw new IOException("Redis says " + line);
    };
  }

  private @Nullable String readText(int length) throws IOException {
    if (length < 0) {
      return null;
    }
    byte[] bytes = in.readNBytes(length);
    readLine();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private @Nullable List<@Nullable Object> readList(int size) throws IOException {
    if (size < 0) {
      return null;
    }
    List<@Nullable Object> list = new ArrayList<>();
    for (int index = 0; index < size; index++) {
      list.add(read());
    }
    return list;
  }

  private String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("Redis closed the connection");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
