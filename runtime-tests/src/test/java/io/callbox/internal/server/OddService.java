package io.callbox.internal.server;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.json.Numbers;
import io.callbox.json.ValueWriter;
import io.callbox.rpc.DeclaredException;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.testing.DivideByZeroException;
import io.callbox.testing.ScriptedService;
import java.io.IOException;

/** A service whose every method goes wrong in a way of its own. */
final class OddService {

  private OddService() {}

  /** An exception whose fields cannot be written. */
  static final class UnspeakableException extends Exception {
    private static final long serialVersionUID = 1L;

    static final DeclaredException<UnspeakableException> DECLARED =
        new DeclaredException<>(
            "Unspeakable",
            UnspeakableException.class,
            (out, failure) -> {
              throw new IOException("no words");
            },
            (message, fields) -> new UnspeakableException());
  }

  /** Fails when it is asked what it says. */
  static final class MuteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("an inner secret");
    }
  }

  static ScriptedService of(int maxMessageBytes) {
    ScriptedService odd = ScriptedService.named("Odd");
    addThrowing(odd, maxMessageBytes);
    addResults(odd, maxMessageBytes);
    return odd.reading("unreadable", params -> fail(new IllegalArgumentException("says no")))
        .reading("unlinked", params -> failHard(new NoClassDefFoundError("a marshaller")));
  }

  private static void addThrowing(ScriptedService odd, int maxMessageBytes) {
    odd.running("exception", responder -> fail(new IllegalStateException("no good")))
        .running("mute", responder -> fail(new MuteException()))
        .running("checked", responder -> fail(new IOException("no disk")))
        .running("interrupted", responder -> fail(new InterruptedException()))
        .running("talkative", responder -> fail(new IOException("x".repeat(2 * maxMessageBytes))))
        .running("assertion", responder -> failHard(new AssertionError("never")))
        .running("linkage", responder -> failHard(new NoClassDefFoundError("gone")))
        .running("overflow", responder -> succeed(deeper(0), (out, depth) -> out.writeNull()))
        .running(
            declaring("divide", DivideByZeroException.DECLARED),
            responder -> fail(new DivideByZeroException("7/0", 7)))
        .running(
            declaring("unspeakable", UnspeakableException.DECLARED),
            responder -> fail(new UnspeakableException()));
  }

  private static void addResults(ScriptedService odd, int maxMessageBytes) {
    odd.running("ioWriter", writing((out, one) -> fail(new IOException("cannot"))))
        .running("runtimeWriter", writing((out, one) -> fail(new IllegalStateException())))
        .running("failingWriter", writing((out, one) -> failHard(new AssertionError("never"))))
        .running("recursiveWriter", writing((out, one) -> out.writeNumber(deeper(one))))
        .running("deep", writing((out, one) -> nest(out, 600)))
        .running("half", writing((out, one) -> out.writeString("x".repeat(maxMessageBytes / 2))))
        .running("large", writing((out, one) -> out.writeString("x".repeat(maxMessageBytes))))
        .running(
            "twice",
            responder -> {
              responder.succeed(1, (out, one) -> out.writeNumber(one));
              responder.succeed(2, (out, two) -> out.writeNumber(two));
              fail(new IllegalStateException("too late"));
            });
  }

  private static MethodDescriptor<Integer> declaring(String name, DeclaredException<?> declared) {
    return MethodDescriptor.named("Odd", name).exceptions(declared).returning(Numbers::readInt);
  }

  private static Invocation writing(ValueWriter<Integer> writer) {
    return responder -> responder.succeed(1, writer);
  }

  private static void succeed(int result, ValueWriter<Integer> writer) {
    throw new AssertionError("nobody comes back from " + result + writer);
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int deeper(int depth) {
    return deeper(depth + 1) + 1;
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T, E extends Exception> T fail(E failure) throws E {
    throw failure;
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T failHard(Error failure) {
    throw failure;
  }

  private static void nest(JsonGenerator out, int depth) throws IOException {
    for (int level = 0; level < depth; level++) {
      out.writeStartArray();
    }
    for (int level = 0; level < depth; level++) {
      out.writeEndArray();
    }
  }
}
