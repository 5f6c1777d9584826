package io.callbox.spring;

import java.util.Optional;

/** What Spring knows of Redis. */
interface SpringRedis {

  /**
   * Where Redis is; empty if nothing says.
   *
   * @throws IllegalStateException if a URI cannot say it: of a sentinel or a cluster, say
   */
  Optional<String> uri();
}
