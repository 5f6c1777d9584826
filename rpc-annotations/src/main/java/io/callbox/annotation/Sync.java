package io.callbox.annotation;

/** Where a durable call has to be before its submission is answered. */
public enum Sync {
  /** In Redis's memory. */
  NONE,
  /** In the append-only file on the disk of the Redis that took it. Needs Redis 7.2 or later. */
  AOF,
  /** In the memory of one replica, too. */
  REPLICAS
}
