package example.quarkus;

import io.callbox.annotation.RemoteService;

/** The articles that can be sold. */
@RemoteService
public interface Stock {

  /** Takes pieces of an article off the shelf, and says what they cost, in cents. */
  long take(String article, int pieces);
}
