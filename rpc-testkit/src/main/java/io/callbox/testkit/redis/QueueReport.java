package io.callbox.testkit.redis;

import java.util.List;
import java.util.TreeSet;

/**
 * Describes the content of a namespace in Redis for people: queues, taken lists, dead letters,
 * leases.
 */
public final class QueueReport {

  private static final int SHOWN = 5;
  private static final int WIDTH = 160;

  private QueueReport() {}

  /** Returns the keys of a namespace, and the first few elements of each. */
  public static String of(RedisBroker broker, String namespace) {
    StringBuilder report = new StringBuilder("Redis held of namespace " + namespace + ":");
    for (int port : broker.ports()) {
      try (RedisCommands commands = RedisCommands.to(port)) {
        for (String key : new TreeSet<>(commands.texts("KEYS", '*' + namespace + ":*"))) {
          report.append("\n  ").append(key).append(described(commands, key));
        }
      }
    }
    return report.toString();
  }

  private static String described(RedisCommands commands, String key) {
    return switch (commands.text("TYPE", key)) {
      case "list" ->
          ": "
              + commands.number("LLEN", key)
              + lines(commands.texts("LRANGE", key, "0", "" + (SHOWN - 1)));
      case "zset" -> ": " + commands.texts("ZRANGE", key, "0", "-1", "WITHSCORES");
      case "hash" -> ": " + commands.texts("HGETALL", key);
      case "string" -> ": " + shortened(commands.text("GET", key));
      default -> "";
    };
  }

  private static String lines(List<String> messages) {
    StringBuilder lines = new StringBuilder();
    messages.forEach(message -> lines.append("\n    ").append(shortened(message)));
    return lines.toString();
  }

  private static String shortened(String message) {
    return message.length() <= WIDTH ? message : message.substring(0, WIDTH) + "…";
  }
}
