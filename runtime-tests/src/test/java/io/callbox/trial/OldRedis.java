package io.callbox.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * As much of a Redis of some version as a client meets before it hears which: it answers scripts
 * with its version, and refuses those that begin with flags, as one before 7.0 does. For messages
 * in ASCII.
 */
public final class OldRedis implements AutoCloseable {

  private static final String REFUSED =
      "-ERR Error compiling script (new function): user_script:1: unexpected symbol\r\n";

  private final ServerSocket socket;
  private final String told;
  private volatile boolean loaded;

  private OldRedis(ServerSocket socket, String told) {
    this.socket = socket;
    this.told = told;
  }

  /** Starts one of this version on a free port. */
  public static OldRedis start(String version) {
    return answering("*1\r\n$" + version.length() + "\r\n" + version + "\r\n");
  }

  /** Starts one that answers scripts with these characters, of its protocol or not. */
  public static OldRedis answering(String told) {
    try {
      OldRedis redis =
          new OldRedis(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), told);
      daemon(redis::accept);
      return redis;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where clients reach it. */
  public String uri() {
    return "redis://127.0.0.1:" + socket.getLocalPort();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "old-redis");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        daemon(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      for (List<String> words = command(in); !words.isEmpty(); words = command(in)) {
        client.getOutputStream().write(answer(words).getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException gone) {
      return; // the client has seen enough
    }
  }

  private static List<String> command(BufferedReader in) throws IOException {
    List<String> words = new ArrayList<>();
    String count = in.readLine();
    for (int left = count == null ? 0 : Integer.parseInt(count.substring(1)); left > 0; left--) {
      char[] word = new char[Integer.parseInt(in.readLine().substring(1))];
      for (int read = 0; read < word.length; ) {
        read += in.read(word, read, word.length - read);
      }
      in.readLine();
      words.add(new String(word));
    }
    return words;
  }

  private String answer(List<String> words) {
    return switch (words.get(0).toUpperCase(Locale.ROOT)) {
      case "PING" -> "+PONG\r\n";
      case "EVALSHA" -> loaded ? told : "-NOSCRIPT No matching script. Please use EVAL.\r\n";
      case "SCRIPT" -> load(words.get(2));
      case "EVAL" -> words.get(1).startsWith("#!") ? REFUSED : told;
      default -> "+OK\r\n";
    };
  }

  private String load(String script) {
    if (script.startsWith("#!")) {
      return REFUSED;
    }
    loaded = true;
    return "$40\r\n" + "0".repeat(40) + "\r\n";
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
