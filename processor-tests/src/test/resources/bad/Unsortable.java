package bad;

import io.callbox.annotation.*;
import java.util.*;

@RemoteService
public interface Unsortable {
  int a(SortedSet<List<String>> b); // RPC032: b is sorted, but java.util.List<java.lang.String> has no order of its own
}
