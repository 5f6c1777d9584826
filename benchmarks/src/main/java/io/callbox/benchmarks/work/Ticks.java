package io.callbox.benchmarks.work;

import io.callbox.annotation.RemoteService;
import java.util.concurrent.Flow;

/** Gives texts without end. */
@RemoteService
public interface Ticks {

  /** As many texts of 16 characters as anybody takes. */
  Flow.Publisher<String> ticks();
}
