package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules for users of Redis: the least, as {@code docs/security.md} has them, or nearly all. */
public final class AccessRules {

  /** The page that has them. */
  static final Path PAGE = Path.of("..", "docs", "security.md");

  private static final Pattern RULE = Pattern.compile("\\([^)]*\\)|\\S+");

  private AccessRules() {}

  /** Defines the user of a block, for the service that the page is about. */
  static void define(RedisServer redis, String user) throws IOException {
    define(redis, user, "Arith");
  }

  /** The same for another service. */
  public static void define(RedisServer redis, String user, String service) throws IOException {
    set(redis, user, user, service, rule -> true);
  }

  /** Gives a user the rules of another block besides. */
  public static void add(RedisServer redis, String user, String title, String service)
      throws IOException {
    set(redis, user, title, service, rule -> true);
  }

  /** Gives a user those of the rules that match. */
  public static void add(
      RedisServer redis, String user, String title, String service, Predicate<String> wanted)
      throws IOException {
    set(redis, user, title, service, wanted);
  }

  private static void set(
      RedisServer redis, String user, String title, String service, Predicate<String> wanted)
      throws IOException {
    Matcher block =
        Pattern.compile("<!-- rules of " + title + " -->\n```\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
    assertTrue(block.find(), title);
    List<String> command = new ArrayList<>(List.of("ACL", "SETUSER", user));
    Matcher rule = RULE.matcher(block.group(1).replace("Arith", service));
    while (rule.find()) {
      if (wanted.test(rule.group())) {
        command.add(rule.group());
      }
    }
    redis.command(command.toArray(String[]::new));
  }

  /** Defines a user who may do all but what these rules forbid; returns where it reaches Redis. */
  public static String allowAllBut(RedisServer redis, String user, String... rules) {
    List<String> command = new ArrayList<>(List.of("ACL", "SETUSER", user, "on", ">secret"));
    command.addAll(List.of("~*", "&*", "+@all"));
    command.addAll(List.of(rules));
    redis.command(command.toArray(String[]::new));
    return uri(redis, user);
  }

  /** Where this user reaches Redis. */
  public static String uri(RedisServer redis, String user) {
    return redis.directUri().replace("//", "//" + user + ":secret@");
  }
}
