package io.callbox.trial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.redisson.connection.CRC16;

/**
 * A proxy in front of real masters, as managed services have it: a client of a single Redis
 * connects to it, and each command goes to the master of its keys. What touches keys of several
 * masters is refused, as is what the service does not offer. Knows the commands that Callbox sends.
 */
public final class RedisProxy implements AutoCloseable {

  private static final int SLOTS = 16_384;
  private static final Set<String> TO_ALL = Set.of("SCRIPT");
  private static final Set<String> SUBSCRIPTIONS = Set.of("SUBSCRIBE", "PSUBSCRIBE");
  private static final Set<String> WITHOUT_KEY =
      Set.of("PING", "HELLO", "AUTH", "CLIENT", "PUBLISH", "TIME", "SELECT", "QUIT");
  private static final String FLAGS_REFUSED =
      "-ERR Error compiling script (new function): user_script:1: unexpected symbol near '#'\r\n";
  private static final String REFUSED =
      "-CROSSSLOT Keys in request don't hash to the same slot\r\n";

  private final List<Integer> masters;
  private final boolean knowsFlags;
  private final ServerSocket socket;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private RedisProxy(List<Integer> masters, boolean knowsFlags, ServerSocket socket) {
    this.masters = masters;
    this.knowsFlags = knowsFlags;
    this.socket = socket;
  }

  /** A Redis Cluster behind one address. Its masters have equal parts of the slots, in order. */
  public static RedisProxy sharded(List<Integer> masters) {
    return start(masters, true);
  }

  /** A server that takes no scripts that begin with flags. */
  public static RedisProxy withoutScriptFlags(int port) {
    return start(List.of(port), false);
  }

  private static RedisProxy start(List<Integer> masters, boolean knowsFlags) {
    try {
      ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      RedisProxy redis = new RedisProxy(List.copyOf(masters), knowsFlags, socket);
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
    Thread thread = new Thread(task, "redis-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        daemon(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Upstreams upstreams = new Upstreams()) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      while (true) {
        Command command = Command.read(in);
        if (SUBSCRIPTIONS.contains(command.name())) {
          upstreams.passOn(command, in, out);
          return;
        }
        out.write(upstreams.answer(command));
        out.flush();
      }
    } catch (IOException ended) {
      open.remove(client);
    }
  }

  /** The connections of one client to the masters. */
  private final class Upstreams implements Closeable {

    private final Map<Integer, Upstream> upstreams = new HashMap<>();

    byte[] answer(Command command) throws IOException {
      List<String> keys = WITHOUT_KEY.contains(command.name()) ? List.of("") : command.keys();
      if (!knowsFlags && command.words.stream().anyMatch(word -> word.startsWith("#!"))) {
        return FLAGS_REFUSED.getBytes(ISO_8859_1);
      }
      if (masters.size() > 1 && keys.stream().map(RedisProxy::slot).distinct().count() > 1) {
        return REFUSED.getBytes(ISO_8859_1);
      }
      if (!TO_ALL.contains(command.name())) {
        return to(master(keys.get(0))).ask(command);
      }
      byte[] last = {};
      for (int master = 0; master < masters.size(); master++) {
        last = to(master).ask(command);
      }
      return last;
    }

    /** What is published comes when it comes: from now on bytes go both ways. */
    void passOn(Command first, InputStream in, OutputStream out) throws IOException {
      Upstream upstream = to(0);
      upstream.send(first);
      daemon(() -> copy(upstream.in, out));
      while (true) {
        upstream.send(Command.read(in));
      }
    }

    private Upstream to(int master) throws IOException {
      Upstream known = upstreams.get(master);
      if (known == null) {
        known = new Upstream(masters.get(master));
        upstreams.put(master, known);
      }
      return known;
    }

    @Override
    public void close() throws IOException {
      for (Upstream each : upstreams.values()) {
        each.socket.close();
      }
    }
  }

  /** A connection to a master. */
  private static final class Upstream {

    private final Socket socket;
    private final InputStream in;

    Upstream(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      in = new BufferedInputStream(socket.getInputStream());
    }

    byte[] ask(Command command) throws IOException {
      send(command);
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      copyReply(in, answer);
      return answer.toByteArray();
    }

    void send(Command command) throws IOException {
      socket.getOutputStream().write(command.raw);
      socket.getOutputStream().flush();
    }
  }

  private static void copy(InputStream from, OutputStream to) {
    try {
      from.transferTo(to);
    } catch (IOException ended) {
      Thread.currentThread().interrupt(); // of a thread that ends with this
    }
  }

  private static void copyReply(InputStream in, OutputStream out) throws IOException {
    String line = Command.line(in);
    out.write((line + "\r\n").getBytes(ISO_8859_1));
    int size = "*$".indexOf(line.charAt(0)) < 0 ? -1 : Integer.parseInt(line.substring(1));
    if (line.charAt(0) == '$' && size >= 0) {
      out.write(Command.bytes(in, size + 2));
    }
    for (int element = 0; line.charAt(0) == '*' && element < size; element++) {
      copyReply(in, out);
    }
  }

  private static int slot(String key) {
    int open = key.indexOf('{');
    int close = key.indexOf('}', open + 1);
    boolean tagged = open >= 0 && close > open + 1;
    String hashed = tagged ? key.substring(open + 1, close) : key;
    return CRC16.crc16(hashed.getBytes(ISO_8859_1)) % SLOTS;
  }

  private int master(String key) {
    int slot = key.isEmpty() ? 0 : slot(key);
    int master = masters.size() - 1;
    while (slot < SLOTS * master / masters.size()) {
      master--;
    }
    return master;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket each : open) {
      each.close();
    }
  }

  /** A command as a client sends it: its words, a character a byte, and all of it. */
  private static final class Command {

    private final List<String> words;
    private final byte[] raw;

    private Command(List<String> words, byte[] raw) {
      this.words = words;
      this.raw = raw;
    }

    static Command read(InputStream in) throws IOException {
      ByteArrayOutputStream raw = new ByteArrayOutputStream();
      String head = line(in);
      raw.write((head + "\r\n").getBytes(ISO_8859_1));
      List<String> words = new ArrayList<>();
      for (int word = Integer.parseInt(head.substring(1)); word > 0; word--) {
        String size = line(in);
        byte[] bytes = bytes(in, Integer.parseInt(size.substring(1)) + 2);
        raw.write((size + "\r\n").getBytes(ISO_8859_1));
        raw.write(bytes);
        words.add(new String(bytes, 0, bytes.length - 2, ISO_8859_1));
      }
      return new Command(words, raw.toByteArray());
    }

    String name() {
      return words.get(0).toUpperCase(Locale.ROOT);
    }

    List<String> keys() {
      return switch (name()) {
        case "SCRIPT" -> List.of("");
        case "EVAL", "EVALSHA" -> words.subList(3, 3 + Integer.parseInt(words.get(2)));
        case "BLMPOP" -> words.subList(3, 3 + Integer.parseInt(words.get(2)));
        case "BLMOVE", "LMOVE" -> words.subList(1, 3);
        case "MGET", "DEL", "UNLINK" -> words.subList(1, words.size());
        default -> words.subList(1, 2);
      };
    }

    private static String line(InputStream in) throws IOException {
      StringBuilder line = new StringBuilder();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new EOFException();
        }
        line.append((char) next);
      }
      return line.substring(0, line.length() - 1);
    }

    private static byte[] bytes(InputStream in, int size) throws IOException {
      byte[] bytes = in.readNBytes(size);
      if (bytes.length < size) {
        throw new EOFException();
      }
      return bytes;
    }
  }
}
