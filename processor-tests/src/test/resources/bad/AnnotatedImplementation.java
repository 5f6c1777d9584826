package bad;

import io.callbox.annotation.Idempotent;

public class AnnotatedImplementation {
  @Idempotent // RPC057: @Idempotent has no effect: AnnotatedImplementation is not an interface; put it on the method of the @RemoteService interface
  public int a() {
    return 1;
  }
}
