package bad;

import io.callbox.annotation.OneWay;

public interface ForgottenService {
  @OneWay // RPC057: @OneWay has no effect: ForgottenService is no contract, and none that is compiled with it extends it; put @RemoteService on it
  void a();
}
