package io.callbox.transport.redisson;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.transport.CallRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of the hash that is a call's record, as a script answers them: in this order. */
final class RecordMembers {

  /** All that is read of a record. */
  static final List<byte[]> ALL =
      members(
          "state",
          "method",
          "submitted",
          "due",
          "attempts",
          "started",
          "ended",
          "progress",
          "error",
          "result");

  /** The same without the result. */
  static final List<byte[]> WITHOUT_RESULT = ALL.subList(0, ALL.size() - 1);

  private RecordMembers() {}

  private static List<byte[]> members(String... names) {
    List<byte[]> members = new ArrayList<>();
    for (String name : names) {
      members.add(Scripts.text(name));
    }
    return List.copyOf(members);
  }

  /** The records in an answer that has so many members of each; null where there is none. */
  static List<@Nullable CallRecord> read(List<byte[]> answer, int size) {
    List<@Nullable CallRecord> records = new ArrayList<>(answer.size() / size);
    for (int at = 0; at < answer.size(); at += size) {
      records.add(record(answer.subList(at, at + size)));
    }
    return records;
  }

  private static @Nullable CallRecord record(List<byte[]> members) {
    String state = text(members.get(0));
    if (state.isEmpty()) {
      return null;
    }
    return new CallRecord(
        state,
        text(members.get(1)),
        number(members.get(2)),
        number(members.get(3)),
        (int) number(members.get(4)),
        number(members.get(5)),
        number(members.get(6)),
        json(members.get(7)),
        json(members.get(8)),
        members.size() > 9 ? json(members.get(9)) : null);
  }

  private static String text(byte[] member) {
    return new String(member, UTF_8);
  }

  private static long number(byte[] member) {
    return member.length == 0 ? 0 : Long.parseLong(text(member));
  }

  private static byte @Nullable [] json(byte[] member) {
    return member.length == 0 ? null : member;
  }
}
