package io.callbox.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * Reads the key of a map entry from a member's name. Does not move the parser.
 *
 * @param <K> what is read
 */
@FunctionalInterface
public interface KeyReader<K> {

  /**
   * Reads the member name the parser stands on.
   *
   * @throws JsonMismatchException if it is no {@code K}
   */
  K readKey(JsonParser in) throws IOException;
}
