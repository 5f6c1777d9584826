package io.callbox.internal.redisson.queue;

import io.callbox.transport.Delivery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Finds neighbours in a list of taken requests. */
public final class Neighbours {

  private Neighbours() {}

  /**
   * Returns the groups of requests of one list, which may be in any order; in each group, the
   * oldest is the first.
   *
   * @param request the request of an element
   * @param <T> the elements
   */
  public static <T> List<List<T>> among(List<T> unsorted, Function<T, Delivery> request) {
    List<T> all = new ArrayList<>(unsorted);
    all.sort(Comparator.comparingLong(each -> request.apply(each).place()));
    List<List<T>> groups = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= all.size(); end++) {
      if (end == all.size()
          || !request.apply(all.get(end)).follows(request.apply(all.get(end - 1)))) {
        groups.add(all.subList(start, end));
        start = end;
      }
    }
    return groups;
  }
}
