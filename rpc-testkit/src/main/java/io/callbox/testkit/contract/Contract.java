package io.callbox.testkit.contract;

import io.callbox.testkit.Nodes;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Calls each method of a remote interface with random arguments, through its stub, the envelope and
 * its skeleton. At both ends it compares the values that arrive with the values that were sent:
 * arguments, results, and the exceptions that the method declares. The seed determines the values.
 * Not safe for use by many threads.
 *
 * <pre>{@code
 * Contract.of(Arith.class).seed(42).check(100);
 * Contract.of(Arith.class).checkEnvelopes(Path.of("src/test/resources/envelopes"));
 * }</pre>
 */
public final class Contract {

  private final Class<?> service;
  private long seed = 1;

  private Contract(Class<?> service) {
    this.service = service;
  }

  /** Returns the contract of an interface with generated classes. */
  public static Contract of(Class<?> service) {
    if (!service.isInterface()) {
      throw new IllegalArgumentException("a contract is an interface, got " + service);
    }
    return new Contract(service);
  }

  /** Sets the seed of arguments and results; 1 by default. */
  public Contract seed(long newSeed) {
    this.seed = newSeed;
    return this;
  }

  /**
   * Calls each method this number of times, in memory.
   *
   * @throws AssertionError with the path of each value that differs, and the seed
   */
  public void check(int rounds) {
    try (Nodes nodes = Nodes.inMemory()) {
      check(rounds, nodes);
    }
  }

  /**
   * Does the same between two of these nodes, for example over a real Redis. The nodes stay open.
   *
   * @throws AssertionError with the path of each value that differs, and the seed
   */
  public void check(int rounds, Nodes nodes) {
    Session session = new Session(service, nodes);
    for (Method method : methods()) {
      for (int round = 0; round < rounds; round++) {
        refuse(round, differences(session, method, random(method, round)));
      }
    }
  }

  private void refuse(int round, List<String> differences) {
    if (!differences.isEmpty()) {
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "seed %d of %s, round %d:\n%s",
              seed,
              service.getName(),
              round,
              String.join("\n", differences)));
    }
  }

  private static List<String> differences(Session session, Method method, RandomValues random) {
    List<String> differences = new ArrayList<>(session.call(method, random));
    for (Class<?> exception : exceptionsOf(method)) {
      differences.addAll(session.fail(method, exception, random));
    }
    return differences;
  }

  /**
   * Compares the envelopes of one call of each method with files such as {@code
   * Arith.multiply.json}. If the system property {@code callbox.goldens} is {@code write}, it
   * writes the files instead.
   *
   * @throws AssertionError if an envelope has changed, or has no file
   */
  public void checkEnvelopes(Path folder) {
    EnvelopeRecorder recorder = new EnvelopeRecorder(new InMemoryTransport());
    Transport transport = recorder.transport();
    GoldenEnvelopes goldens = new GoldenEnvelopes(folder);
    try (Nodes nodes = Nodes.over(transport)) {
      Session session = new Session(service, nodes);
      for (Method method : methods()) {
        RandomValues random = random(method, 0);
        String name = service.getSimpleName() + '.' + method.getName();
        session.call(method, random);
        goldens.compare(name, recorder.drain());
        for (Class<?> exception : exceptionsOf(method)) {
          session.fail(method, exception, random);
          goldens.compare(name + '.' + exception.getSimpleName(), recorder.drain());
        }
      }
    }
    goldens.check();
  }

  /** Returns the remote methods in a stable order; parameters distinguish overloads. */
  private List<Method> methods() {
    return Stream.of(service.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .sorted(Comparator.comparing(Method::toGenericString))
        .toList();
  }

  /** Returns the exceptions that a method declares and that can be created. */
  private static List<Class<?>> exceptionsOf(Method method) {
    return Stream.<Class<?>>of(method.getExceptionTypes())
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .toList();
  }

  /** Returns random values that do not depend on other methods of the interface. */
  private RandomValues random(Method method, int round) {
    long mixed = (seed * 31 + method.toGenericString().hashCode()) * 31 + round;
    return new RandomValues(new SplittableRandom(mixed), Bindings.of(service));
  }
}
