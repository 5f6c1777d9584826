package tutorial;

import io.callbox.annotation.Idempotent;
import io.callbox.annotation.RemoteService;

@RemoteService
public interface Stock {

  record Item(String article, int count) {}

  @Idempotent
  int count(String article);

  Item take(String article, int count) throws NotEnoughException;
}
