package io.callbox.testkit.redis;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands to a Redis, one at a time, over a separate connection. Not safe for use by many
 * threads. The code that opens it closes it.
 *
 * <pre>{@code
 * try (RedisCommands commands = RedisCommands.to(redis.port())) {
 *   commands.call("LLEN", "services:Arith"); // a Long
 * }
 * }</pre>
 */
public final class RedisCommands implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream in;

  private RedisCommands(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** Connects to a Redis on this machine. */
  public static RedisCommands to(int port) {
    Socket socket = new Socket();
    try {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      return new RedisCommands(socket);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns the answer to one command, over a separate connection. */
  static String command(int port, String... words) {
    try (RedisCommands commands = to(port)) {
      return commands.text(words);
    }
  }

  /** Does the same; returns the error if the connection breaks. */
  static String answer(int port, String... words) {
    try {
      return command(port, words);
    } catch (UncheckedIOException broken) {
      return broken.toString();
    }
  }

  /**
   * Sends a command.
   *
   * @return a {@code String}, a {@code Long}, a {@code List} of these, or null
   * @throws IllegalStateException with Redis's words if it refuses
   */
  public @Nullable Object call(String... words) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(ascii("*" + words.length + "\r\n"));
      for (String word : words) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(ascii("$" + bytes.length + "\r\n"));
        out.writeBytes(bytes);
        out.writeBytes(ascii("\r\n"));
      }
      socket.getOutputStream().write(out.toByteArray());
      return read();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Sends a command that answers with texts. */
  public List<String> texts(String... words) {
    List<String> texts = new ArrayList<>();
    if (call(words) instanceof List<?> answers) {
      answers.forEach(answer -> texts.add(String.valueOf(answer)));
    }
    return texts;
  }

  /** Sends a command that answers with a number. */
  public long number(String... words) {
    Object answer = call(words);
    if (answer instanceof Long number) {
      return number;
    }
    throw new IllegalStateException(String.join(" ", words) + ": " + answer);
  }

  /**
   * Sends a command and returns its answer as text: a list as {@code [a, b]}, empty if there is
   * none.
   */
  public String text(String... words) {
    Object answer = call(words);
    return answer == null ? "" : answer.toString();
  }

  /** Pushes a message to a queue, like a program in another language. */
  public void push(String key, String message) {
    call("LPUSH", key, message);
  }

  /** Takes the oldest message, and waits for it for up to 25 seconds; null if none came. */
  public @Nullable String pop(String key, int seconds) {
    return call("BRPOP", key, "" + seconds) instanceof List<?> pair
        ? String.valueOf(pair.get(1))
        : null;
  }

  private @Nullable Object read() throws IOException {
    String line = line();
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+' -> rest;
      case ':' -> Long.valueOf(rest);
      case '$' -> bulk(Integer.parseInt(rest));
      case '*' -> array(Integer.parseInt(rest));
      case '-' -> throw new IllegalStateException(rest);
      default -> throw new IOException("not a Redis: " + line);
    };
  }

  private @Nullable String bulk(int length) throws IOException {
    if (length < 0) {
      return null;
    }
    String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    line();
    return text;
  }

  private @Nullable List<@Nullable Object> array(int length) throws IOException {
    if (length < 0) {
      return null;
    }
    List<@Nullable Object> elements = new ArrayList<>();
    for (int index = 0; index < length; index++) {
      elements.add(read());
    }
    return elements;
  }

  private String line() throws IOException {
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

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
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
