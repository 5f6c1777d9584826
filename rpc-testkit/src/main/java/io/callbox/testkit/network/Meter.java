package io.callbox.testkit.network;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the messages of a network, and the messages under way. Safe for use by many threads. */
final class Meter {

  private final LongAdder requests = new LongAdder();
  private final LongAdder replies = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final Map<String, LongAdder> byServer = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> byMethod = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> bytesByServer = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> bytesByMethod = new ConcurrentHashMap<>();

  /** Requests waiting or running, and replies waiting. */
  private final LongAdder busy = new LongAdder();

  void request(byte[] message, String method) {
    requests.increment();
    bytes.add(message.length);
    add(byMethod, method, 1);
    add(bytesByMethod, method, message.length);
  }

  void reply(byte[] message, String server) {
    replies.increment();
    bytes.add(message.length);
    add(bytesByServer, server, message.length);
  }

  void lost() {
    lost.increment();
  }

  void taken(String server, int count, int length) {
    add(byServer, server, count);
    add(bytesByServer, server, length);
  }

  /** Adds this number of messages to those under way; may be negative. */
  void busy(int count) {
    busy.add(count);
  }

  /** Stops waiting for the messages under way. */
  void forgetBusy() {
    busy.reset();
  }

  /** Returns whether nothing waits and nothing runs, so that only time can change anything. */
  boolean isQuiet() {
    return busy.sum() <= 0;
  }

  Traffic traffic() {
    return new Traffic(
        requests.sum(),
        replies.sum(),
        bytes.sum(),
        lost.sum(),
        sums(byServer),
        sums(byMethod),
        sums(bytesByServer),
        sums(bytesByMethod));
  }

  private static void add(Map<String, LongAdder> counters, String key, long count) {
    counters.computeIfAbsent(key, absent -> new LongAdder()).add(count);
  }

  private static Map<String, Long> sums(Map<String, LongAdder> counters) {
    Map<String, Long> sums = new TreeMap<>();
    counters.forEach((key, counter) -> sums.put(key, counter.sum()));
    return sums;
  }
}
