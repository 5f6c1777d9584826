package io.callbox.json;

/**
 * Gives a map's key its form as a member's name.
 *
 * @param <K> what is written
 */
@FunctionalInterface
public interface KeyWriter<K> {

  /** The member name for a key, which is never {@code null}. */
  String nameOf(K key);
}
