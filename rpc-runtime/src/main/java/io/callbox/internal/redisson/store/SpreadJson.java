package io.callbox.internal.redisson.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.transport.NodeStore.Spread;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes and reads the shards of a service as JSON, so that people can read it and write it by
 * hand. A value that is not such JSON means one shard.
 */
final class SpreadJson {

  private static final Pattern SHARDS = member("shards");
  private static final Pattern MOST = member("most");
  private static final Pattern SINCE = member("since");

  private SpreadJson() {}

  private static Pattern member(String name) {
    return Pattern.compile('"' + name + "\":\\s{0,9}(\\d{1,15})");
  }

  static Map<String, Spread> all(Map<String, byte[]> written) {
    Map<String, Spread> spreads = new HashMap<>();
    written.forEach((service, how) -> spreads.put(service, read(how)));
    return spreads;
  }

  private static Spread read(byte[] written) {
    String text = new String(written, UTF_8);
    return Spread.of(bounded(SHARDS, text), bounded(MOST, text), number(SINCE, text));
  }

  private static int bounded(Pattern member, String text) {
    return (int) Math.min(Integer.MAX_VALUE, number(member, text));
  }

  private static long number(Pattern member, String text) {
    Matcher found = member.matcher(text);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }
}
