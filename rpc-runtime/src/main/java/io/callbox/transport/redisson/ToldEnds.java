package io.callbox.transport.redisson;

import io.callbox.transport.RunEnd;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is told what of runs that complete together: all who wait hear the ids, and a sender that has
 * asked hears of its own calls, with their results. It is the text that a script publishes, a line
 * for each call: put together here, it costs Redis less than in Lua.
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

  /** Returns the ids of all. */
  byte[] ids() {
    return ids.toByteArray();
  }

  /** Returns to how many channels results are told. */
  int channels() {
    return told.size();
  }

  /** Adds each of these channels, and what it is told. */
  void addTo(List<byte[]> values) {
    told.forEach(
        (channel, lines) -> {
          values.add(Scripts.text(channel));
          values.add(lines.toByteArray());
        });
  }
}
