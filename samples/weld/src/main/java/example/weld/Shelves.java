package example.weld;

import jakarta.enterprise.inject.Vetoed;

/** Serves the stock. No bean: whoever asks for the stock is to get the stub. */
@Vetoed
public final class Shelves implements Stock {

  @Override
  public long take(String article, int pieces) {
    return 100L * article.length() * pieces;
  }
}
