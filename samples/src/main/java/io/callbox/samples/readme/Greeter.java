package io.callbox.samples.readme;

import io.callbox.annotation.RemoteService;

/** The contract of the README's example. */
@RemoteService
public interface Greeter {
  String greet(String name);
}
