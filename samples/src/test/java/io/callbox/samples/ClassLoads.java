package io.callbox.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Which classes a program made the JVM load, as Flight Recorder saw it, with the stack at each.
 *
 * <p>The JDK itself reflects, when it links lambdas or keeps an {@code EnumMap}, and so do Redisson
 * and Netty. So a load counts for the class nearest to it on the stack that is not the JDK's: it is
 * who called for it. What the JVM links by itself, at a lambda or a text that is put together, is
 * the JDK's own. Classes are not verified: that loads what a class of others mentions, with whoever
 * happens to use it first on the stack.
 */
record ClassLoads(List<RecordedEvent> events) {

  private static final Predicate<String> OF_JDK =
      Pattern.compile("^(java|javax|jdk|sun|com[.]sun)[.]").asPredicate();
  private static final Predicate<String> REFLECTION =
      Pattern.compile("^(java[.]lang|jdk[.]internal|sun)[.]reflect[.]|[$]Proxy[0-9]+$")
          .asPredicate();

  /** Options of a JVM that records all its class loads to a file. */
  static List<String> recordedTo(Path file) {
    return List.of(
        "-Xlog:disable",
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:-BytecodeVerificationRemote",
        "-XX:FlightRecorderOptions=stackdepth=1024",
        "-XX:StartFlightRecording=filename=%s,dumponexit=true,settings=%s"
            .formatted(file, Path.of("src/test/resources/class-loads.jfc").toAbsolutePath()));
  }

  static ClassLoads readFrom(Path file) throws IOException {
    return new ClassLoads(
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().equals("jdk.ClassLoad"))
            .toList());
  }

  /** The classes of reflection that classes like these called for, and which of them did. */
  List<String> ofReflectionFor(Predicate<String> callers) {
    return events.stream()
        .filter(event -> REFLECTION.test(loaded(event)))
        .filter(event -> callers.test(caller(event)))
        .map(event -> loaded(event) + " for " + caller(event))
        .distinct()
        .toList();
  }

  /** Whether a class was loaded. */
  boolean include(String name) {
    return events.stream().anyMatch(event -> loaded(event).equals(name));
  }

  private static String loaded(RecordedEvent event) {
    RecordedClass loaded = event.getClass("loadedClass");
    return loaded.getName();
  }

  /** The nearest frame that is not the JDK's; empty if the JVM links, or nobody else is there. */
  private static String caller(RecordedEvent event) {
    if (event.getStackTrace() == null) {
      return "";
    }
    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
      String type = frame.getMethod().getType().getName();
      if (type.equals("java.lang.invoke.MethodHandleNatives")) {
        return "";
      } else if (!OF_JDK.test(type)) {
        return type;
      }
    }
    return "";
  }
}
