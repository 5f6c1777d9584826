package io.callbox.samples.faults;

import io.callbox.annotation.RemoteService;
import java.util.stream.Stream;

/** Gives streams for the scenarios. */
@RemoteService
public interface Numbers {

  /** Gives so many numbers from 0 on, and notes that it does. */
  Stream<Integer> count(int stream, int items);
}
