package modular;

import io.callbox.annotation.RemoteService;

/** A contract in a named module. */
@RemoteService
public interface Arith {

  int multiply(int a, int b);
}
