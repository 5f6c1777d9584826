package io.callbox.annotation;

/** The place where a durable call must be stored before its submission returns. */
public enum Sync {
  /** In Redis's memory. */
  NONE,
  /** In the append-only file, on the disk of its Redis. Needs Redis 7.2 or later. */
  AOF,
  /** In Redis's memory and in the memory of one replica. */
  REPLICAS
}
