package io.callbox.transport;

/**
 * The name of a queue, which is its Redis key. Made by {@link Namespace}. Immutable.
 *
 * @param key the key of the list
 */
public record QueueName(String key) {

  @Override
  public String toString() {
    return key;
  }
}
