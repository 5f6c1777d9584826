package io.callbox.cli.command;

import io.callbox.annotation.Sync;
import io.callbox.transport.Namespace;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The minimal rights of a Redis user. They are the rules of {@code docs/security.md}, which are
 * tested on a real server, with other names.
 */
final class AccessRules {

  private static final String PAGE = "security.md";
  private static final Pattern RULE = Pattern.compile("\\([^)]*\\)|\\S+");

  private final String prefix;
  private final String password;

  /** The rules, in order: the rule that removes all rights comes first. */
  private final Set<String> rules = new LinkedHashSet<>();

  AccessRules(String namespace, String password) {
    this.prefix = namespace.isEmpty() ? "" : Namespace.of(namespace).prefix();
    this.password = password;
  }

  /** Adds the rights of a node that calls. */
  void addCaller(String id, boolean durable) throws IOException {
    String node = Namespace.checked("a node's id", id);
    Naming naming = rule -> List.of(rule.replace(":caller", ':' + node));
    add("caller", naming);
    if (durable) {
      add("caller, durable", naming);
    }
  }

  /** Adds the rights of a node whose durable calls wait for these places. */
  void addSyncs(List<Sync> syncs) throws IOException {
    for (Sync each : syncs) {
      if (each != Sync.NONE) {
        add("caller, durable, with Sync." + each, List::of);
      }
    }
  }

  /** Adds the rights of an operator's node: those of a node that calls, and more. */
  void addOperator(String id) throws IOException {
    addCaller(id, true);
    add("operator", List::of);
  }

  /** Adds the rights of a node that serves. */
  void addWorker(String id, List<String> services, boolean durable) throws IOException {
    String node = Namespace.checked("a node's id", id);
    services.forEach(Namespace::checkedService);
    Naming naming =
        rule -> {
          String named = rule.replace(":worker", ':' + node);
          return named.contains(":Arith")
              ? services.stream().map(each -> named.replace(":Arith", ':' + each)).toList()
              : List.of(named);
        };
    add("worker", naming);
    if (durable) {
      add("worker, durable", naming);
    }
  }

  private interface Naming {
    List<String> of(String rule);
  }

  private void add(String user, Naming naming) throws IOException {
    Matcher rule = RULE.matcher(block(user));
    while (rule.find()) {
      String text = rule.group();
      if (text.startsWith("(")) {
        rules.add('(' + joined(text.substring(1, text.length() - 1), naming) + ')');
      } else if (text.startsWith(">")) {
        rules.add('>' + password);
      } else {
        naming.of(text).forEach(each -> rules.add(prefixed(each)));
      }
    }
  }

  private String joined(String selector, Naming naming) {
    List<String> parts = new ArrayList<>();
    for (String part : selector.split(" ", -1)) {
      naming.of(part).forEach(each -> parts.add(prefixed(each)));
    }
    return String.join(" ", parts);
  }

  private String prefixed(String rule) {
    char kind = rule.charAt(0);
    if ((kind != '~' && kind != '&') || rule.equals("~time")) {
      return rule;
    }
    String name = rule.substring(1);
    return kind + (name.startsWith("{") ? '{' + prefix + name.substring(1) : prefix + name);
  }

  private static String block(String user) throws IOException {
    try (InputStream page = AccessRules.class.getResourceAsStream(PAGE)) {
      if (page == null) {
        throw new FileNotFoundException(PAGE);
      }
      String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      String start = "<!-- rules of " + user + " -->\n```\n";
      int at = text.indexOf(start);
      int from = at + start.length();
      return at < 0 ? "" : text.substring(from, text.indexOf("```", from));
    }
  }

  /** Returns the rules in the form of {@code ACL SETUSER}. */
  List<String> rules() {
    return List.copyOf(rules);
  }

  /** Returns a command for {@code redis-cli}. */
  String command(String user) {
    StringBuilder command = new StringBuilder("ACL SETUSER ").append(user);
    for (String rule : rules) {
      boolean quoted = rule.indexOf(' ') >= 0 || rule.indexOf('"') >= 0 || rule.indexOf('\\') >= 0;
      String escaped = rule.replace("\\", "\\\\").replace("\"", "\\\"");
      command.append(' ').append(quoted ? '"' + escaped + '"' : rule);
    }
    return command.toString();
  }

  /** Returns a line of an ACL file. */
  String fileLine(String user) {
    return "user " + user + ' ' + String.join(" ", rules);
  }
}
