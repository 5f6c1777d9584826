package io.callbox.internal.redisson.durable;

import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.RunEnd;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The messages about runs that complete together. All waiting programs receive the ids. A sender
 * that has asked for results receives those of its own calls. The text that a script publishes, a
 * line for each call, is put together here, which costs Redis less than Lua would.
 */
final class ToldEnds {

  private final ByteArrayOutputStream ids = new ByteArrayOutputStream();
  private final Map<String, ByteArrayOutputStream> told = new LinkedHashMap<>();

  private ToldEnds() {}

  static ToldEnds of(List<RunEnd> ends) {
    ToldEnds all = new ToldEnds();
    ends.forEach(all::add);
    return all;
  }

  private void add(RunEnd end) {
    byte[] id = end.id().getBytes(StandardCharsets.US_ASCII);
    addLine(ids, id);
    String channel = end.doneTo();
    if (channel == null) {
      return;
    }
    ByteArrayOutputStream lines =
        told.computeIfAbsent(channel, absent -> new ByteArrayOutputStream());
    addLine(lines, id);
    if (RunScripts.isTold(end)) {
      lines.write(' ');
      lines.writeBytes(end.outcome());
    }
  }

  private static void addLine(ByteArrayOutputStream lines, byte[] id) {
    if (lines.size() > 0) {
      lines.write('\n');
    }
    lines.writeBytes(id);
  }

  /** Returns the ids of all runs. */
  byte[] ids() {
    return ids.toByteArray();
  }

  /** Returns the number of channels that receive results. */
  int channels() {
    return told.size();
  }

  /** Adds each of these channels, and its message. */
  void addTo(List<byte[]> values) {
    told.forEach(
        (channel, lines) -> {
          values.add(Scripts.text(channel));
          values.add(lines.toByteArray());
        });
  }
}
