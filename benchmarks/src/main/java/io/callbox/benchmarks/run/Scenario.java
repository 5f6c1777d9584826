package io.callbox.benchmarks.run;

import io.callbox.benchmarks.driver.Load;
import io.callbox.benchmarks.driver.Load.Mode;
import io.callbox.benchmarks.driver.Load.Operation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The loads that every contestant is measured under. */
enum Scenario {
  ONE_CALLER("1 caller", Operation.MULTIPLY, Mode.BLOCKING, 1),
  BLOCKING_64("64 blocking", Operation.MULTIPLY, Mode.BLOCKING, 64),
  BLOCKING_1024("1024 blocking", Operation.MULTIPLY, Mode.BLOCKING, 1024),
  BLOCKING_10000("10000 blocking", Operation.MULTIPLY, Mode.BLOCKING, 10_000),
  ASYNC_64("64 outstanding", Operation.MULTIPLY, Mode.ASYNC, 64),
  ASYNC_1024("1024 outstanding", Operation.MULTIPLY, Mode.ASYNC, 1024),
  RECORD_ONE("record, 1 caller", Operation.RELAY, Mode.BLOCKING, 1),
  RECORD_BLOCKING_64("record, 64 blocking", Operation.RELAY, Mode.BLOCKING, 64),
  RECORD_64("record, 64 outstanding", Operation.RELAY, Mode.ASYNC, 64),
  RECORD_1024("record, 1024 outstanding", Operation.RELAY, Mode.ASYNC, 1024),
  TEXT_64K("64 KiB, 16 outstanding", 64 << 10),
  TEXT_256K("256 KiB, 16 outstanding", 256 << 10);

  private static final int FEW = 16;

  /** Those of {@code full}: with so many threads, some contestants get nowhere. */
  static final List<Scenario> USUAL =
      Stream.of(values()).filter(each -> each != BLOCKING_1024 && each != BLOCKING_10000).toList();

  final String title;
  private final Operation operation;
  private final Mode mode;
  private final int width;
  private final int payload;

  Scenario(String title, Operation operation, Mode mode, int width) {
    this(title, operation, mode, width, 0);
  }

  Scenario(String title, int payload) {
    this(title, Operation.ECHO, Mode.ASYNC, Scenario.FEW, payload);
  }

  Scenario(String title, Operation operation, Mode mode, int width, int payload) {
    this.title = title;
    this.operation = operation;
    this.mode = mode;
    this.width = width;
    this.payload = payload;
  }

  /** Returns the word for this scenario in commands, and in the names of ratios. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Load load() {
    return operation == Operation.ECHO
        ? Load.echo(payload, width)
        : Load.of(operation, mode, width);
  }

  boolean isOneCaller() {
    return mode == Mode.BLOCKING && width == 1;
  }
}
