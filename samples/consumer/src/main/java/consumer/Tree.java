package consumer;

import java.util.List;

/** A record of its own kind. */
public record Tree<T>(T value, List<Tree<T>> branches, Tree<T> parent) {}
