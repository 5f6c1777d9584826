package io.callbox.benchmarks.path;

import io.callbox.benchmarks.harness.Broker;
import io.callbox.benchmarks.harness.Brokers;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts the source files of Callbox whose methods one warm blocking call enters, at both its ends.
 * The calls come one by one, with pauses. Both ends are in this process, each with classes of its
 * own: {@link ObservedClasses}.
 */
public final class CallPath {

  private static final int WARM_UP = 500;
  private static final int CALLS = 60;

  /** As long as it takes until a queue counts as idle: the call comes alone. */
  private static final Duration BEFORE = Duration.ofMillis(150);

  /** A server acknowledges, and asks for more, after its caller has the result. */
  private static final Duration AFTER = Duration.ofMillis(50);

  private CallPath() {}

  /** Makes the calls, and prints the files in the order in which a call passes them. */
  public static void run(PrintStream out) throws ReflectiveOperationException {
    try (Broker broker = Brokers.startFor("callbox")) {
      PathEnd server = end(ObservedMethod.End.SERVER, PathServer.class, broker);
      try (PathEnd client = end(ObservedMethod.End.CLIENT, PathClient.class, broker)) {
        PassedFiles.of(entriesOfCalls(client)).print(out);
      } finally {
        server.close();
      }
    }
  }

  private static List<List<Entries.Entry>> entriesOfCalls(PathEnd client) {
    for (int call = 0; call < WARM_UP; call++) {
      client.call();
    }
    List<List<Entries.Entry>> calls = new ArrayList<>();
    for (int call = 0; call < CALLS; call++) {
      calls.add(entriesOf(client));
    }
    return calls;
  }

  private static PathEnd end(ObservedMethod.End end, Class<? extends PathEnd> type, Broker broker)
      throws ReflectiveOperationException {
    return (PathEnd)
        new ObservedClasses(end)
            .loadClass(type.getName())
            .getConstructor(String.class)
            .newInstance(broker.address());
  }

  private static List<Entries.Entry> entriesOf(PathEnd client) {
    pause(BEFORE);
    Entries.begin();
    client.call();
    pause(AFTER);
    return Entries.end();
  }

  private static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
