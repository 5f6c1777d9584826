package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface ObjectInRecord {
  int a(Order order);

  record Order(List<Line> lines) {}

  record Line(Object price) {} // RPC020: order.lines[].price is java.lang.Object
}
