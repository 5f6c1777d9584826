package io.callbox.testkit.contract;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.callbox.annotation.RemoteService;

/** A service with a type as Immutables has it. */
@RemoteService
@SuppressWarnings("RPC034")
interface Stall {

  void offer(Item item);

  /** What its processor would make {@link ImmutableItem} of. */
  @JsonDeserialize(as = ImmutableItem.class)
  interface Item {
    String getName();
  }
}

/** As the processor of Immutables would make it. */
record ImmutableItem(String getName) implements Stall.Item {}
