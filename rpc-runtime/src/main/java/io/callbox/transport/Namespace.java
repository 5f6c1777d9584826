package io.callbox.transport;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the names of queues: one for each node, service and client. Two programs find each other
 * only if they use the same namespace. Immutable.
 *
 * @param prefix the beginning of each key; empty, or ending in a colon
 */
public record Namespace(String prefix) {

  /** The namespace without a prefix. */
  public static final Namespace NONE = new Namespace("");

  private static final int LONGEST_NAME = 128;

  /** The maximum length of a service's name, in characters. */
  private static final int LONGEST_SERVICE = 512;

  /** The form that the compiler demands of the name of a service. */
  private static final Pattern SERVICE =
      Pattern.compile("[\\p{L}\\p{N}_-]++(\\.[\\p{L}\\p{N}_-]++)*+");

  private static final Set<String> TAKEN =
      Set.of("nodes", "services", "replies", "registry", "rpc", "time");
  private static final int MAX_REPLY_TO = 1_024;
  private static final String REPLIES = "replies:";
  private static final String RESULTS = "rpc:done:";
  private static final Pattern REPLY = Pattern.compile("nodes:([^:]+):(.+)");

  /**
   * Returns the namespace with this name.
   *
   * @throws IllegalArgumentException if it is not a {@link #checked} name, or if the keys of {@link
   *     #NONE} begin with it
   */
  public static Namespace of(String name) {
    if (TAKEN.contains(name)) {
      throw new IllegalArgumentException(
          "a namespace cannot be called '" + name + "': keys of no namespace begin with that");
    }
    return new Namespace(checked("a namespace", name) + ':');
  }

  /** Returns the name of the namespace of a queue; empty if it is of none. */
  static String nameIn(QueueName queue) {
    String start = queue.key().substring(0, Math.max(0, queue.key().indexOf(':')));
    return TAKEN.contains(start) ? "" : start;
  }

  /** Returns a node's inbox. */
  public QueueName inbox(String node) {
    return new QueueName(prefix + "nodes:" + node);
  }

  /** Returns the node of an inbox; empty if the queue is not an inbox. */
  public Optional<String> ownerOf(QueueName queue) {
    String start = prefix + "nodes:";
    return queue.key().startsWith(start)
        ? Optional.of(queue.key().substring(start.length()))
        : Optional.empty();
  }

  /** The queue that all providers of a service share. */
  public QueueName service(String service) {
    return new QueueName(prefix + "services:" + service);
  }

  /** Returns this number of shards of a service's queue, beginning with the queue itself. */
  public List<QueueName> shards(String service, int count) {
    return Shards.of(service(service), count);
  }

  /** Returns whether a queue is the queue of a service, or one of its shards. */
  public boolean isOf(String service, QueueName queue) {
    String home = service(service).key();
    String key = queue.key();
    return key.startsWith(home)
        && (key.length() == home.length() || key.charAt(home.length()) == ':');
  }

  /**
   * The reply queue of one client, for all its calls.
   *
   * @param name a name that no other program can guess
   */
  public QueueName replies(String node, String name) {
    return new QueueName(prefix + REPLIES + node + ':' + name);
  }

  /** The channel with the ids of cancelled calls, for servers. */
  public QueueName cancellations() {
    return new QueueName(prefix + "rpc:cancelled");
  }

  /** The channel with the ids of durable calls that have ended. */
  public QueueName callsDone() {
    return new QueueName(prefix + "rpc:done");
  }

  /**
   * The channel with the results of durable calls that one client has submitted.
   *
   * @param name a name that no other program can guess
   */
  public QueueName resultsOf(String node, String name) {
    return new QueueName(prefix + RESULTS + node + ':' + name);
  }

  /**
   * Returns whether a request of a node may ask for its result on a channel: only if the channel is
   * that node's own.
   *
   * @param from the node that calls; null if the request does not say
   */
  public boolean mayTellOn(String channel, @Nullable String from) {
    int node = prefix.length() + RESULTS.length();
    return from != null
        && channel.length() <= MAX_REPLY_TO
        && channel.startsWith(prefix)
        && channel.startsWith(RESULTS, prefix.length())
        && channel.startsWith(from, node)
        && channel.startsWith(":", node + from.length())
        && isName(channel, node + from.length() + 1)
        && isName(from);
  }

  /** The channel with the keys of schedules that have an earlier durable call. */
  public QueueName callsScheduled() {
    return new QueueName(prefix + "rpc:later");
  }

  /** The key of a node's card, which describes the node. */
  public QueueName card(String node) {
    return new QueueName(prefix + "registry:node:" + node);
  }

  /** The key of the list of all nodes, by the end of their leases in the broker's time. */
  public QueueName nodes() {
    return new QueueName(prefix + "registry:nodes");
  }

  /** The channel with hints about nodes that come and go. */
  public QueueName nodeEvents() {
    return new QueueName(prefix + "registry:events");
  }

  /** The reply list of one call, for callers that name no reply list. */
  public QueueName reply(String node, String id) {
    return new QueueName(prefix + "nodes:" + node + ':' + id);
  }

  /**
   * Returns whether a key that a caller has asked for is that of a reply list: it has one of the
   * two reply forms in this namespace, and is no longer than such keys need to be. A caller must
   * not be able to make a server write to a key of its choice, or to another node's reply list.
   *
   * @param from the node that calls; null if the request does not say
   */
  public boolean mayAnswerOn(String key, @Nullable String from) {
    return key.length() <= MAX_REPLY_TO
        && key.startsWith(prefix)
        && (isReplies(key, prefix.length(), from)
            || REPLY.matcher(key.substring(prefix.length())).matches());
  }

  /**
   * Returns whether two names follow, separated by the only colon, and the first is the calling
   * node. It is written by hand because it runs for each call.
   */
  private static boolean isReplies(String key, int at, @Nullable String from) {
    int start = at + REPLIES.length();
    int colon = key.indexOf(':', start);
    return key.startsWith(REPLIES, at)
        && colon > start
        && (from == null || (from.length() == colon - start && key.startsWith(from, start)))
        && colon < key.length() - 1
        && key.indexOf(':', colon + 1) < 0;
  }

  /** Returns whether a node or namespace may have this name. */
  public static boolean isName(String name) {
    return isName(name, 0);
  }

  /** Returns whether the rest of a text is such a name. Runs for each durable call. */
  private static boolean isName(String text, int start) {
    int length = text.length() - start;
    for (int at = start; at < text.length(); at++) {
      char each = text.charAt(at);
      boolean letter = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
      boolean other = (each >= '0' && each <= '9') || each == '_' || each == '.' || each == '-';
      if (!letter && !other) {
        return false;
      }
    }
    return length >= 1 && length <= LONGEST_NAME;
  }

  /**
   * Checks the name of a node or namespace.
   *
   * @return the name
   * @throws IllegalArgumentException unless it is 1 to 128 letters, digits, {@code _}, {@code .}
   *     and {@code -}: a colon would make one key look like another
   */
  public static String checked(String what, String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          what + " is 1 to 128 letters, digits, '_', '.' and '-', got '" + name + "'");
    }
    return name;
  }

  /** Returns whether a service can have this name: letters and digits are those of any language. */
  public static boolean isService(String name) {
    return name.length() <= LONGEST_SERVICE && SERVICE.matcher(name).matches();
  }

  /**
   * Checks the name of a service.
   *
   * @return the name
   * @throws IllegalArgumentException if no service {@linkplain #isService can have} it
   */
  public static String checkedService(String name) {
    if (!isService(name)) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' cannot be the name of a service: use letters, digits, '_', '-', and single dots"
              + " between them");
    }
    return name;
  }
}
