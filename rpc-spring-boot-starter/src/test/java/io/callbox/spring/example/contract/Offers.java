package io.callbox.spring.example.contract;

import io.callbox.annotation.RemoteService;
import java.util.stream.Stream;

/** What is cheap today. */
@RemoteService
public interface Offers {

  /** The articles on offer, one after the other. */
  Stream<String> all();

  /** How many there are. */
  int number();
}
