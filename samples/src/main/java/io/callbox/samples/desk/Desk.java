package io.callbox.samples.desk;

import io.callbox.annotation.RemoteService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;

/** Takes orders. */
@RemoteService
public interface Desk {

  /** Returns the price of an order. */
  int total(@Valid Order order);

  /** For which tenant the call is made, as the last of so many further desks sees it. */
  String tenant(@PositiveOrZero int further);

  /** Takes what is in the till. */
  int empty();
}
