package consumer;

import java.util.List;

/** A parent that leaves a type to its children. */
public interface Echo<T> {

  T inherited(T value, List<T> more);
}
