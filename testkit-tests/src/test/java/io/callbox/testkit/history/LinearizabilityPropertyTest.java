package io.callbox.testkit.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The search finds what trying everything finds, and what must be right is right. */
@Timeout(60)
final class LinearizabilityPropertyTest {

  private static final int HISTORIES = 4_000;
  private static final int MOST_OPERATIONS = 6;

  @Test
  void searchAgreesWithTryingEverything() {
    BruteForce<Integer> register = new BruteForce<>(0, Access::inRegister);
    BruteForce<List<Integer>> queue = new BruteForce<>(List.of(), Access::inQueue);
    int[] right = new int[2];
    Seeds.from(1, HISTORIES)
        .run(
            seed -> {
              Random random = new Random(seed);
              boolean queued = random.nextBoolean();
              List<Operation<Access, Integer>> history = history(random, queued);
              boolean expected =
                  queued ? queue.isLinearizable(history) : register.isLinearizable(history);
              Verdict found =
                  queued ? Access.QUEUE.verdict(history) : Access.REGISTER.verdict(history);
              assertEquals(
                  expected ? Verdict.LINEARIZABLE : Verdict.NOT_LINEARIZABLE,
                  found,
                  history::toString);
              right[expected ? 1 : 0]++;
            });
    assertTrue(right[0] > HISTORIES / 10 && right[1] > HISTORIES / 10, right[0] + " wrong");
  }

  @Test
  void callsOfRealThreadsToAnAtomicCounterAreLinearizable() throws Exception {
    AtomicInteger counter = new AtomicInteger();
    Operations<Access, Integer> operations = new Operations<>();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> callers = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      callers.add(
          threads.submit(
              () -> {
                for (int call = 0; call < 500; call++) {
                  operations.call(
                      Access.add(1),
                      () -> CompletableFuture.completedFuture(counter.incrementAndGet()));
                }
              }));
    }
    for (Future<?> caller : callers) {
      caller.get();
    }
    threads.shutdown();
    assertEquals(2_000, operations.list().size());
    Access.REGISTER.check(operations);
  }

  private static List<Operation<Access, Integer>> history(Random random, boolean queued) {
    int count = 1 + random.nextInt(MOST_OPERATIONS);
    List<Long> moments = new ArrayList<>();
    for (long moment = 0; moment < 2L * count; moment++) {
      moments.add(moment);
    }
    Collections.shuffle(moments, random);
    List<Operation<Access, Integer>> history = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      long one = moments.get(2 * index);
      long other = moments.get(2 * index + 1);
      Access access = access(random, queued);
      history.add(
          random.nextInt(4) == 0
              ? Operation.unknown(access, Math.min(one, other))
              : new Operation<>(
                  access, answer(random, access), Math.min(one, other), Math.max(one, other)));
    }
    return history;
  }

  private static Access access(Random random, boolean queued) {
    int value = 1 + random.nextInt(2);
    if (queued) {
      return random.nextBoolean() ? Access.put(value) : Access.take();
    }
    return switch (random.nextInt(3)) {
      case 0 -> Access.read();
      case 1 -> Access.write(value);
      default -> Access.add(value);
    };
  }

  private static int answer(Random random, Access access) {
    return switch (access.kind()) {
      case WRITE, PUT -> 0;
      case READ -> random.nextInt(4);
      case ADD -> access.value() + random.nextInt(3);
      case TAKE -> random.nextInt(3) == 0 ? Access.EMPTY : 1 + random.nextInt(2);
    };
  }
}
