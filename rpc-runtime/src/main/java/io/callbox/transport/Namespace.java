package io.callbox.transport;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Spells the names of queues: one for each node, service and caller. Two programs meet only if they
 * use the same namespace. Immutable.
 *
 * @param prefix what each key starts with; empty, or ending in a colon
 */
public record Namespace(String prefix) {

  /** No prefix: the keys hold to the letter. */
  public static final Namespace NONE = new Namespace("");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
  private static final Set<String> TAKEN =
      Set.of("nodes", "services", "replies", "registry", "rpc", "time");
  private static final int MAX_REPLY_TO = 1_024;
  private static final String REPLIES = "replies:";
  private static final Pattern REPLY = Pattern.compile("nodes:([^:]+):(.+)");

  /**
   * A namespace of this name.
   *
   * @throws IllegalArgumentException if it is no {@link #checked} name, or one with which the keys
   *     of {@link #NONE} begin
   */
  public static Namespace of(String name) {
    if (TAKEN.contains(name)) {
      throw new IllegalArgumentException(
          "a namespace cannot be called '" + name + "': keys of no namespace begin with that");
    }
    return new Namespace(checked("a namespace", name) + ':');
  }

  /** A node's inbox. */
  public QueueName inbox(String node) {
    return new QueueName(prefix + "nodes:" + node);
  }

  /** Whose inbox a queue is; empty if it is none. */
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

  /** So many shards of a service's queue, beginning with the queue itself. */
  public List<QueueName> shards(String service, int count) {
    return Shards.of(service(service), count);
  }

  /** Whether a queue is that of a service, or one of its shards. */
  public boolean isOf(String service, QueueName queue) {
    String home = service(service).key();
    String key = queue.key();
    return key.startsWith(home)
        && (key.length() == home.length() || key.charAt(home.length()) == ':');
  }

  /**
   * The reply queue of one client, for all its calls.
   *
   * @param name what nobody else can guess
   */
  public QueueName replies(String node, String name) {
    return new QueueName(prefix + REPLIES + node + ':' + name);
  }

  /** The channel that tells servers which calls are no longer wanted. */
  public QueueName cancellations() {
    return new QueueName(prefix + "rpc:cancelled");
  }

  /** The channel that tells which durable calls have ended. */
  public QueueName callsDone() {
    return new QueueName(prefix + "rpc:done");
  }

  /** The channel that tells in which schedules an earlier durable call is. */
  public QueueName callsScheduled() {
    return new QueueName(prefix + "rpc:later");
  }

  /** A node's card: what it says of itself. */
  public QueueName card(String node) {
    return new QueueName(prefix + "registry:node:" + node);
  }

  /** The list of all nodes, by when their time ends in the broker's time. */
  public QueueName nodes() {
    return new QueueName(prefix + "registry:nodes");
  }

  /** The channel that tells who comes and goes. */
  public QueueName nodeEvents() {
    return new QueueName(prefix + "registry:events");
  }

  /** The reply list of one call, for callers that name no reply queue. */
  public QueueName reply(String node, String id) {
    return new QueueName(prefix + "nodes:" + node + ':' + id);
  }

  /**
   * The queue that a caller asked to be answered on.
   *
   * @param from the node that calls; null if the request does not say
   * @return empty unless it has one of the two reply forms in this namespace: a caller must not be
   *     able to make a server write to a key of its choosing, nor a node on another's reply queue;
   *     empty also for what is longer than any key of these forms has to be
   */
  public Optional<QueueName> replyTo(String key, @Nullable String from) {
    boolean allowed =
        key.length() <= MAX_REPLY_TO
            && key.startsWith(prefix)
            && (isReplies(key, prefix.length(), from)
                || REPLY.matcher(key.substring(prefix.length())).matches());
    return allowed ? Optional.of(new QueueName(key)) : Optional.empty();
  }

  /**
   * Whether two names follow, divided by the only colon, the first of which is the node that calls:
   * asked for each call, so by hand.
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

  /** Whether a node or namespace could be called so. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * Checks the name of a node or namespace.
   *
   * @return the name
   * @throws IllegalArgumentException unless it is 1 to 128 letters, digits, {@code _}, {@code .}
   *     and {@code -}: a colon would make one key look like another
   */
  public static String checked(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          what + " is 1 to 128 letters, digits, '_', '.' and '-', got '" + name + "'");
    }
    return name;
  }
}
