package io.callbox.testkit.history;

import io.callbox.testkit.history.SequentialModel.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * One access to a simple object, and the models of three.
 *
 * @param kind which method
 * @param value its argument
 */
record Access(Kind kind, int value) {

  enum Kind {
    READ,
    WRITE,
    ADD,
    PUT,
    TAKE
  }

  /** What a queue answers that has nothing. */
  static final int EMPTY = -1;

  /** A register that can also be added to, and starts with 0. */
  static final Linearizability<Integer, Access, Integer> REGISTER =
      Linearizability.of(0, Access::inRegister);

  /** A queue that starts without anything. */
  static final Linearizability<List<Integer>, Access, Integer> QUEUE =
      Linearizability.of(List.of(), Access::inQueue);

  static Access read() {
    return new Access(Kind.READ, 0);
  }

  static Access write(int value) {
    return new Access(Kind.WRITE, value);
  }

  static Access add(int value) {
    return new Access(Kind.ADD, value);
  }

  static Access put(int value) {
    return new Access(Kind.PUT, value);
  }

  static Access take() {
    return new Access(Kind.TAKE, 0);
  }

  static Step<Integer, Integer> inRegister(int state, Access access) {
    return switch (access.kind) {
      case READ -> new Step<>(state, state);
      case WRITE -> new Step<>(access.value, 0);
      case ADD -> new Step<>(state + access.value, state + access.value);
      case PUT, TAKE -> throw new IllegalArgumentException("no method of a register: " + access);
    };
  }

  static Step<List<Integer>, Integer> inQueue(List<Integer> state, Access access) {
    List<Integer> next = new ArrayList<>(state);
    return switch (access.kind) {
      case PUT -> {
        next.add(access.value);
        yield new Step<>(next, 0);
      }
      case TAKE -> {
        int head = next.isEmpty() ? EMPTY : next.remove(0);
        yield new Step<>(next, head);
      }
      case READ, WRITE, ADD ->
          throw new IllegalArgumentException("no method of a queue: " + access);
    };
  }

  @Override
  public String toString() {
    return kind == Kind.READ || kind == Kind.TAKE ? kind.name() : kind + " " + value;
  }
}
