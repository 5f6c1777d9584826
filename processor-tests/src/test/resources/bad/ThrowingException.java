package bad;

import io.callbox.annotation.RemoteService;
import java.io.IOException;

@RemoteService
public interface ThrowingException {
  int a() throws Lost; // RPC041: Lost cannot be rebuilt on the caller's side; give it a constructor that this package can see, Lost(String message) for example, that throws nothing checked

  @SuppressWarnings("serial")
  class Lost extends Exception {
    public Lost(String message) throws IOException {
      super(message);
    }
  }
}
