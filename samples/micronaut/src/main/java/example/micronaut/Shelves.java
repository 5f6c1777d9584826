package example.micronaut;

/** Serves the stock. */
public final class Shelves implements Stock {

  @Override
  public long take(String article, int pieces) {
    return 100L * article.length() * pieces;
  }
}
