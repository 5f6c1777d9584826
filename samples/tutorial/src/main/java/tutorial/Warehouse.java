package tutorial;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class Warehouse implements Stock {

  private final Map<String, Integer> articles =
      new ConcurrentHashMap<>(Map.of("bolt", 100, "nut", 20));

  @Override
  public int count(String article) {
    return articles.getOrDefault(article, 0);
  }

  @Override
  public synchronized Item take(String article, int count) throws NotEnoughException {
    int left = count(article);
    if (count > left) {
      throw new NotEnoughException(count + " of " + article + " wanted, " + left + " left", left);
    }
    articles.put(article, left - count);
    return new Item(article, count);
  }
}
