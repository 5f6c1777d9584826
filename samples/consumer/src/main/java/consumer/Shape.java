package consumer;

import java.util.List;

/** One of several records. */
public sealed interface Shape<T> {

  /** Round. */
  record Circle<T>(double radius, T label) implements Shape<T> {}

  /** With corners. */
  record Polygon<T>(List<Integer> corners, List<T> labels) implements Shape<T> {}

  /** Made of others. */
  record Group<T>(List<Shape<T>> parts) implements Shape<T> {}
}
