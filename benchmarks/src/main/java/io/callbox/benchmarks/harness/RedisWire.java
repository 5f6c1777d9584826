package io.callbox.benchmarks.harness;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a Redis without any client library: the harness must not warm up what it measures. */
final class RedisWire {

  private RedisWire() {}

  /** One command of words without spaces; the reply's text. */
  static String ask(int port, String command) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      return reply(new DataInputStream(socket.getInputStream()));
    } catch (IOException failure) {
      throw new IllegalStateException(command, failure);
    }
  }

  /** Pushes a message many times, a thousand to a command. */
  static void push(int port, String key, String message, int times) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      for (int done = 0; done < times; done += 1_000) {
        int count = Math.min(1_000, times - done);
        String head = "*" + (2 + count) + "\r\n" + bulk("LPUSH") + bulk(key);
        String command = head + bulk(message).repeat(count);
        socket.getOutputStream().write(command.getBytes(StandardCharsets.UTF_8));
        reply(in);
      }
    } catch (IOException failure) {
      throw new IllegalStateException(key, failure);
    }
  }

  private static String bulk(String text) {
    return "$" + text.getBytes(StandardCharsets.UTF_8).length + "\r\n" + text + "\r\n";
  }

  private static String reply(DataInputStream in) throws IOException {
    String line = line(in);
    if (line.charAt(0) != '$') {
      return line;
    }
    byte[] bulk = in.readNBytes(Integer.parseInt(line.substring(1)));
    line(in);
    return new String(bulk, StandardCharsets.UTF_8);
  }

  private static String line(DataInputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("Redis hung up");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
