package io.callbox.spring;

import java.util.Optional;

/** Spring's own settings of Redis. */
interface SpringRedis {

  /**
   * Returns the address of Redis; empty if no setting contains it.
   *
   * @throws IllegalStateException if a URI cannot express the settings, for example a sentinel or a
   *     cluster
   */
  Optional<String> uri();
}
