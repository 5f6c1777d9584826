package consumer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A class with one constructor for all. */
public final class Point {

  private final long x;
  private final Long y;

  @JsonCreator
  public Point(@JsonProperty("x") long x, @JsonProperty("y") Long y) {
    this.x = x;
    this.y = y;
  }

  public long getX() {
    return x;
  }

  public Long getY() {
    return y;
  }
}
