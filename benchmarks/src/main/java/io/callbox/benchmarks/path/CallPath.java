package io.callbox.benchmarks.path;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.MethodEntryRequest;
import io.callbox.benchmarks.harness.Broker;
import io.callbox.benchmarks.harness.Brokers;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts the source files of Callbox whose methods one warm blocking call enters, on the threads
 * that carry it: its caller, those that read from Redis, and the worker's. A debugger sees each
 * entry, so times mean nothing. A file counts if two thirds of the calls pass it.
 *
 * <p>A call takes so long before a debugger that nodes would do much else meanwhile, such as renew
 * their leases. So the nodes that make the calls have long leases. What nodes do without calls is
 * counted apart, of two others that nobody calls.
 */
public final class CallPath {

  private static final String OURS = "io.callbox.";

  /** Threads that carry no call. */
  private static final Pattern ASIDE =
      Pattern.compile(
          ".*-(heartbeat|card|recovery|registry|deadlines|watch|due|end|requests|replies)");

  private static final long PATIENCE_MILLIS = 20_000;

  private final VirtualMachine machine;
  private final MethodEntryRequest entries;
  private final List<Map<String, Set<String>>> calls = new ArrayList<>();
  private final List<Map<String, Set<String>>> pauses = new ArrayList<>();
  private @Nullable Map<String, Set<String>> now;

  private CallPath(VirtualMachine machine) {
    this.machine = machine;
    entries = machine.eventRequestManager().createMethodEntryRequest();
    entries.addClassFilter(OURS + "*");
    entries.addClassExclusionFilter(OURS + "benchmarks.path.*");
    entries.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    ClassPrepareRequest loaded = machine.eventRequestManager().createClassPrepareRequest();
    loaded.addClassFilter(TracedCalls.class.getName());
    loaded.enable();
  }

  /** Traces some calls, and prints the files in the order in which a call passes them. */
  public static void run(PrintStream out) throws Exception {
    try (Broker broker = Brokers.startFor("callbox")) {
      LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
      Map<String, Connector.Argument> arguments = connector.defaultArguments();
      Objects.requireNonNull(arguments.get("options"))
          .setValue("-cp " + System.getProperty("java.class.path"));
      Objects.requireNonNull(arguments.get("main"))
          .setValue("io.callbox.benchmarks.Main traced " + broker.address());
      CallPath path = new CallPath(connector.launch(arguments));
      path.listen();
      path.print(out);
    }
  }

  /** Until the traced program ends, which it may do while one of its events is looked at. */
  private void listen() throws InterruptedException {
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove(PATIENCE_MILLIS);
        if (events == null) {
          throw new IllegalStateException("the traced program does nothing");
        }
        events.forEach(this::heard);
        events.resume();
      }
    } catch (VMDisconnectedException ended) {
      now = null;
    }
  }

  private void heard(Event event) {
    if (event instanceof ClassPrepareEvent loaded) {
      TracedCalls.MARKS.forEach(mark -> stopAt(loaded.referenceType(), mark));
    } else if (event instanceof BreakpointEvent mark) {
      passed(mark.location().method().name());
    } else if (event instanceof MethodEntryEvent entry && now != null) {
      entered(entry, now);
    }
  }

  private void passed(String mark) {
    now = mark.equals("end") ? null : new LinkedHashMap<>();
    if (now != null) {
      (mark.equals("begin") ? calls : pauses).add(now);
    }
    entries.setEnabled(now != null);
  }

  private void stopAt(ReferenceType type, String method) {
    BreakpointRequest mark =
        machine
            .eventRequestManager()
            .createBreakpointRequest(type.methodsByName(method).get(0).location());
    mark.enable();
  }

  private static void entered(MethodEntryEvent entry, Map<String, Set<String>> files) {
    String thread = entry.thread().name();
    String type = entry.method().declaringType().name();
    if (!type.contains("$$Lambda")) {
      String place = type.substring(OURS.length(), type.lastIndexOf('.') + 1).replace('.', '/');
      files
          .computeIfAbsent(place + source(entry), absent -> new TreeSet<>())
          .add(thread.replaceAll("[0-9]+$", ""));
    }
  }

  private static String source(MethodEntryEvent entry) {
    try {
      return entry.method().declaringType().sourceName();
    } catch (AbsentInformationException generated) {
      return entry.method().declaringType().name();
    }
  }

  private void print(PrintStream out) {
    Map<String, Set<String>> path = threadsByFile(calls);
    path.keySet().removeIf(this::isRare);
    Map<String, Set<String>> others = threadsByFile(pauses);
    others.keySet().removeAll(path.keySet());
    print(path, "files that a call passes", out);
    print(others, "others that nodes pass without calls", out);
  }

  private boolean isRare(String file) {
    long times = calls.stream().filter(call -> carries(call.getOrDefault(file, Set.of()))).count();
    return times * 3 < calls.size() * 2L;
  }

  private static boolean carries(Set<String> threads) {
    return threads.stream().anyMatch(thread -> !ASIDE.matcher(thread).matches());
  }

  private static Map<String, Set<String>> threadsByFile(List<Map<String, Set<String>>> times) {
    Map<String, Set<String>> threads = new LinkedHashMap<>();
    for (Map<String, Set<String>> each : times) {
      each.forEach(
          (file, on) -> threads.computeIfAbsent(file, absent -> new TreeSet<>()).addAll(on));
    }
    return threads;
  }

  private static void print(Map<String, Set<String>> files, String what, PrintStream out) {
    files.forEach((file, threads) -> out.println(file + "  " + threads));
    out.println(files.size() + " " + what + System.lineSeparator());
  }
}
