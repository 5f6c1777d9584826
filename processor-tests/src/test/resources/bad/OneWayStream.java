package bad;

import io.callbox.annotation.*;
import java.util.stream.*;

@RemoteService
public interface OneWayStream {
  @OneWay // RPC015: a has no reply that could carry a result; return void, or drop @OneWay
  Stream<String> a();
}
