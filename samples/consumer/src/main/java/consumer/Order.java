package consumer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A record with records in it, whose constructor refuses half of what there is. */
public record Order(
    UUID id,
    Instant placed,
    Optional<String> note,
    List<Line> lines,
    Map<Mood, List<Optional<Line>>> byMood) {

  /** One of an order's lines. */
  public record Line(String article, int quantity, BigDecimal price) {

    public Line {
      if (quantity < 0) {
        throw new IllegalArgumentException("a quantity is not negative, got " + quantity);
      }
    }
  }
}
