package io.callbox.benchmarks.work;

import java.util.List;

/** A record with nested ones; {@link #ofLines} with ten lines is about 1 KiB of JSON. */
public record Order(
    long id, String customer, String address, boolean express, double total, List<Line> lines) {

  /** An order of ten lines. */
  public static final Order SAMPLE = ofLines(10);

  public Order {
    lines = List.copyOf(lines);
  }

  /** An order with this many lines, always the same. */
  public static Order ofLines(int count) {
    List<Line> lines =
        java.util.stream.IntStream.range(0, count)
            .mapToObj(
                at -> new Line(90_000 + at, "Ballpoint pen, blue, box of " + at, at, at * 2.25))
            .toList();
    return new Order(
        4_711_000_042L, "Ines Überall", "12 Long Street, 8005 Zürich", true, 101.25, lines);
  }

  /**
   * One line of an order.
   *
   * @param sku what
   * @param name what it is called
   * @param quantity how many
   * @param price what one costs
   */
  public record Line(int sku, String name, int quantity, double price) {}
}
