package io.callbox.contract.compare;

import java.util.List;

/**
 * One difference between two versions of a contract, judged. Immutable.
 *
 * @param path the element: {@code Shop.place(order)}, {@code Order.quantity}, {@code Colour.RED}
 * @param change the kind of change
 * @param verdict the order in which clients and workers may be replaced
 * @param message the consequences, in sentences
 * @param reach the parameters, results and exceptions that the element is part of, in order; empty
 *     for a difference of a method or service itself
 */
public record Difference(
    String path, Change change, Verdict verdict, String message, List<String> reach) {

  /** Creates a difference that reaches these places. */
  public Difference {
    reach = List.copyOf(reach);
  }

  @Override
  public String toString() {
    return path + " (" + change.id() + ", " + verdict.words() + "): " + message;
  }
}
