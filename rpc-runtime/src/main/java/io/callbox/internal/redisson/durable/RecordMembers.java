package io.callbox.internal.redisson.durable;

import io.callbox.internal.redisson.script.Answers;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.CallRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The members of the hash of a call's record, in the order in which a script returns them. */
final class RecordMembers {

  /** All members that are read. */
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

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

  private RecordMembers() {}

  private static List<byte[]> members(String... names) {
    List<byte[]> members = new ArrayList<>();
    for (String name : names) {
      members.add(Scripts.text(name));
    }
    return List.copyOf(members);
  }

  /**
   * Reads the records in an answer with this number of members for each; null if there is no
   * record.
   */
  static List<@Nullable CallRecord> read(List<byte[]> answer, int size) {
    List<@Nullable CallRecord> records = new ArrayList<>(answer.size() / size);
    for (int at = 0; at < answer.size(); at += size) {
      records.add(record(answer.subList(at, at + size)));
    }
    return records;
  }

  private static @Nullable CallRecord record(List<byte[]> members) {
    String state = Answers.text(members.get(0));
    if (state.isEmpty()) {
      return null;
    }
    return new CallRecord(
        state,
        Answers.text(members.get(1)),
        number(members.get(2)),
        number(members.get(3)),
        (int) Math.max(0, Math.min(number(members.get(4)), Integer.MAX_VALUE)),
        number(members.get(5)),
        number(members.get(6)),
        json(members.get(7)),
        json(members.get(8)),
        members.size() > 9 ? json(members.get(9)) : null);
  }

  /**
   * Reads the records in an answer that contains one text for each, with the outcome of its call.
   */
  static List<@Nullable CallRecord> outcomes(List<byte[]> answer) {
    List<@Nullable CallRecord> records = new ArrayList<>(answer.size());
    answer.forEach(each -> records.add(each.length == 0 ? null : outcome(each)));
    return records;
  }

  private static CallRecord outcome(byte[] text) {
    int end = 1;
    int attempts = 0;
    while (text[0] != 'C' && end < text.length && text[end] >= '0' && text[end] <= '9') {
      attempts = 10 * attempts + text[end++] - '0';
    }
    return switch (text[0]) {
      case 'C' -> outcome("COMPLETED", 0, null, json(Arrays.copyOfRange(text, 1, text.length)));
      case 'F' ->
          outcome("FAILED", attempts, json(Arrays.copyOfRange(text, end + 1, text.length)), null);
      case 'X' -> outcome("CANCELLED", attempts, null, null);
      default -> outcome("WAITING", 0, null, null);
    };
  }

  private static CallRecord outcome(
      String state, int attempts, byte @Nullable [] error, byte @Nullable [] result) {
    return new CallRecord(state, "", 0, 0, attempts, 0, 0, null, error, result);
  }

  /**
   * Reads a number. Other programs may have written any text; a text that is not a number counts as
   * 0.
   */
  private static long number(byte[] member) {
    String text = Answers.text(member);
    return NUMBER.matcher(text).matches() ? Long.parseLong(text) : 0;
  }

  private static byte @Nullable [] json(byte[] member) {
    return member.length == 0 ? null : member;
  }
}
