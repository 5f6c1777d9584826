package io.callbox.samples.faults;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line of the table.
 *
 * @param name of the scenario
 * @param tally what became of its calls
 * @param twice how many calls were run twice
 * @param promise what is promised
 */
record Row(String name, Tally tally, int twice, Promise promise) {

  static final String HEAD =
      "| scenario | calls | right | error | twice | lost | worst wait | promised | remark |\n"
          + "|---|---:|---:|---:|---:|---:|---:|---|---|";

  boolean isKept() {
    return promise.isKept(tally, twice);
  }

  @Override
  public String toString() {
    Map<String, Integer> errors = tally.errors();
    int failed = errors.values().stream().mapToInt(Integer::intValue).sum() + tally.wrong();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d | %.1f s | %s | %s |",
        name,
        tally.calls(),
        tally.right(),
        failed,
        twice,
        tally.lost(),
        tally.worst().toMillis() / 1e3,
        promised(),
        remark(errors));
  }

  private String promised() {
    String what =
        promise.noneFailed()
            ? "all right"
            : promise.noneLost()
                ? promise.noneTwice() ? "none lost, none twice" : "none lost"
                : promise.noneTwice() ? "none twice" : "ends in time";
    if (promise.bound().toDays() > 0) {
      return "nothing";
    }
    return isKept() ? what : what + ": **BROKEN**";
  }

  private String remark(Map<String, Integer> errors) {
    String counted =
        errors.entrySet().stream()
            .map(error -> error.getKey() + ' ' + error.getValue())
            .collect(Collectors.joining(", "));
    return counted.isEmpty() || promise.remark().isEmpty()
        ? promise.remark() + counted
        : promise.remark() + "; " + counted;
  }
}
