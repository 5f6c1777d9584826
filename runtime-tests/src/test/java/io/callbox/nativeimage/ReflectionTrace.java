package io.callbox.nativeimage;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassObjectReference;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Runs a program, and notes which classes it looks for, or into, by reflection. What the platform
 * does on its own account is left out: GraalVM knows it. For one thread.
 */
final class ReflectionTrace {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);
  private static final Pattern LOOKING =
      Pattern.compile("forName|newInstance|get(Declared)?(Constructor|Method|Field)s?");
  private static final Pattern OF_PLATFORM = Pattern.compile("(java|javax|jdk|sun|com\\.sun)\\..*");

  /**
   * A class that was looked at.
   *
   * @param target its name; there may be no such class
   * @param by the class that looked
   */
  record Look(String target, String by) implements Comparable<Look> {

    @Override
    public int compareTo(Look other) {
      int targets = target.compareTo(other.target);
      return targets == 0 ? by.compareTo(other.by) : targets;
    }
  }

  private final VirtualMachine watched;
  private final Set<Look> looks = new TreeSet<>();

  private ReflectionTrace(VirtualMachine watched) {
    this.watched = watched;
  }

  /** Runs a program to its end. */
  static Set<Look> of(Class<?> program, String argument) throws Exception {
    LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    set(arguments, "main", program.getName() + " " + argument);
    set(arguments, "options", "-cp \"" + System.getProperty("java.class.path") + "\"");
    VirtualMachine watched = connector.launch(arguments);
    try {
      return new ReflectionTrace(watched).run();
    } finally {
      watched.process().destroyForcibly();
    }
  }

  private static void set(Map<String, Connector.Argument> all, String name, String value) {
    Connector.Argument argument = all.get(name);
    if (argument == null) {
      throw new IllegalStateException("the debugger interface has no argument " + name);
    }
    argument.setValue(value);
  }

  private Set<Look> run() throws Exception {
    ReferenceType classes = watched.classesByName("java.lang.Class").get(0);
    for (Method method : classes.methods()) {
      if (LOOKING.matcher(method.name()).matches() && method.isPublic() && !method.isNative()) {
        BreakpointRequest request =
            watched.eventRequestManager().createBreakpointRequest(method.location());
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
      }
    }
    long end = System.nanoTime() + PATIENCE;
    boolean running = true;
    while (running) {
      EventSet events = watched.eventQueue().remove(1_000);
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the program does not end");
      }
      running = events == null || handle(events);
    }
    return looks;
  }

  /** Whether the program goes on. */
  private boolean handle(EventSet events) throws Exception {
    for (Event event : events) {
      if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
        return false;
      } else if (event instanceof BreakpointEvent reached) {
        note(reached);
      }
    }
    events.resume();
    return true;
  }

  private void note(BreakpointEvent reached) throws IncompatibleThreadStateException {
    if (reached.thread().frameCount() > 1) {
      String by = reached.thread().frame(1).location().declaringType().name();
      if (!OF_PLATFORM.matcher(by).matches()) {
        looks.add(new Look(target(reached.thread().frame(0)), by));
      }
    }
  }

  private static String target(StackFrame frame) {
    if (frame.thisObject() instanceof ClassObjectReference looked) {
      return looked.reflectedType().name();
    }
    return frame.getArgumentValues().get(0) instanceof StringReference name ? name.value() : "";
  }
}
