package first;

import io.callbox.annotation.RemoteService;

/** Greets. */
@RemoteService
public interface Greeter {

  /** A greeting for somebody. */
  String greet(String name);
}
