package io.callbox.testkit.contract;

import io.callbox.annotation.OneWay;
import io.callbox.annotation.RemoteService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** One of each kind of type. */
@RemoteService
public interface Zoo {

  /** A kind of animal. */
  enum Kind {
    OX,
    YAK
  }

  /** An animal and what it carries. */
  @SuppressWarnings("ArrayRecordComponent") // compared by its elements
  record Animal<T>(String name, Kind kind, T load, int[] weights) {}

  long numbers(byte a, short b, int c, long d, float e, double f, char g, boolean h);

  Animal<List<String>> generics(Animal<String> animal, List<Animal<Integer>> herd);

  Map<String, List<Long>> containers(Set<String> names, Optional<Animal<Double>> one, byte[] raw);

  CompletableFuture<String[]> later(String text);

  @OneWay
  void forget(String text);

  void nothing();
}
