package io.callbox.samples.desk;

import io.callbox.annotation.RemoteService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;

/** Where orders are taken. */
@RemoteService
public interface Desk {

  /** What an order costs. */
  int total(@Valid Order order);

  /** For which tenant the call is made, as the last of so many further desks sees it. */
  String tenant(@PositiveOrZero int further);

  /** Takes what is in the till. */
  int empty();
}
