package io.callbox.internal.redisson.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.internal.redisson.connection.ScriptForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The Lua scripts. Each is a resource beside this class; its header describes its keys, its values,
 * its answer, its caller, and what happens if it runs twice. Each script uses the keys of one Redis
 * Cluster slot. All times are Redis's own.
 */
@SuppressWarnings("ImmutableEnumChecker") // a form is a record of two strings
public enum LuaScript {
  ABANDON,
  ACKNOWLEDGE,
  BACKLOG,
  BEGIN_NEIGHBOURS,
  BEGIN_RUNS,
  CANCEL_CALL,
  CLAIM_NODE,
  CLAIM_REQUEST,
  COUNT_CALLS,
  COUNT_DEAD_LETTERS,
  COUNT_NODES,
  DEAD_LETTER,
  DROP_DEAD_LETTERS,
  ENDED,
  END_NEIGHBOURS,
  END_RUNS,
  ENLIST_NODE,
  FIND_NODES,
  FORGET_ATTEMPTS,
  FORGET_CALLS,
  FORGET_NODE,
  HELD,
  JOIN,
  KEEP_PART,
  LEFT,
  LIST_CALLS,
  LIST_NODES,
  LIST_SETTINGS,
  MOVE_DUE,
  MOVE_REQUEST,
  PAUSE_SERVICE,
  PROVIDERS,
  PUSH,
  READ_DEAD_LETTERS,
  READ_OUTCOMES,
  READ_RECORDS,
  RECOVER_RUN,
  RELEASE,
  RELEASE_MARKED,
  RENEW,
  REPLACE,
  REPLAY_DEAD_LETTERS,
  REPLY,
  REQUEUE,
  RESUME_SERVICE,
  RETURN_TO_QUEUE,
  SIGN_RUNS,
  SPLIT,
  SPREAD_SERVICE,
  STRIKE_OFF,
  SUBMIT_CALLS,
  TAKE,
  TAKE_DOWN,
  TAKE_OVER,
  TIME,
  VERSION,
  WITHDRAW;

  private static final String INCLUDE = "-- @include ";

  private final ScriptForm form = ScriptForm.of(expanded(resource()));
  private final ScriptForm withoutFlags = form.withoutFlags();

  /** The name of its file. */
  String resource() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".lua";
  }

  /** The script in the form that Redis receives: without comments, and with its includes. */
  public ScriptForm form() {
    return form;
  }

  /** Returns the same, for servers that refuse scripts with flags. */
  ScriptForm withoutFlags() {
    return withoutFlags;
  }

  private static String expanded(String resource) {
    return read(resource)
        .lines()
        .map(LuaScript::expandedLine)
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private static String expandedLine(String line) {
    if (line.startsWith(INCLUDE)) {
      return expanded("include-" + line.substring(INCLUDE.length()).strip() + ".lua");
    }
    return line.startsWith("--") ? "" : line;
  }

  private static String read(String resource) {
    try (InputStream in = LuaScript.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar has no script " + resource);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the script " + resource + " cannot be read", unreadable);
    }
  }
}
