package bad;

import io.callbox.annotation.RemoteService;
import java.util.ArrayList;

@RemoteService
public interface ExtendedList {
  int a(Names b); // RPC024: b is bad.ExtendedList.Names, a class that does not say what travels; use java.util.List

  @SuppressWarnings("serial")
  class Names extends ArrayList<String> {}
}
