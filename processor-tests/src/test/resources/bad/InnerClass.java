package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

public class InnerClass {
  public class Inner {}

  @RemoteService
  public interface Service {
    int a(Inner b); // RPC025: b is bad.InnerClass.Inner, an inner class
  }
}
