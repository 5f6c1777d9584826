package io.callbox.samples.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection to a local Redis that speaks its protocol, RESP2, as far as the samples need it:
 * what {@code redis-cli} would do. For one thread. Whoever connects closes it.
 */
public final class PlainRedis implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;

  private PlainRedis(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** Connects to a Redis of this machine. */
  public static PlainRedis connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new PlainRedis(socket);
  }

  /**
   * Sends a command and reads its reply.
   *
   * @return the reply's values: one, those of an array, or none for null
   * @throws IOException if Redis answers with an error
   */
  public List<String> command(String... words) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(ascii("*" + words.length));
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      request.writeBytes(ascii("$" + bytes.length));
      request.writeBytes(bytes);
      request.writeBytes(ascii(""));
    }
    socket.getOutputStream().write(request.toByteArray());
    List<String> values = new ArrayList<>();
    readReply(values);
    return values;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void readReply(List<String> values) throws IOException {
    String line = readLine();
    String rest = line.substring(1);
    switch (line.charAt(0)) {
      case '-' -> throw new IOException("Redis says " + rest);
      case '$' -> readBytes(Integer.parseInt(rest), values);
      case '*' -> readArray(Integer.parseInt(rest), values);
      default -> values.add(rest);
    }
  }

  private void readArray(int length, List<String> values) throws IOException {
    for (int read = 0; read < length; read++) {
      readReply(values);
    }
  }

  private void readBytes(int length, List<String> values) throws IOException {
    if (length >= 0) {
      values.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
      readLine();
    }
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("Redis closed the connection");
      }
      line.append((char) next);
    }
    return line.substring(0, line.length() - 1);
  }

  private static byte[] ascii(String line) {
    return (line + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }
}
