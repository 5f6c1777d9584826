package evolution;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.callbox.annotation.RemoteService;
import java.util.Optional;

/** What became of it. */
@RemoteService
public interface Orders {

  enum State {
    OPEN,
    SHIPPED,
    @JsonEnumDefaultValue
    OTHER
  }

  enum Colour {
    RED,
    BLUE
  }

  record Order(String id, int amount, Optional<String> discount, String wrapping) {}

  record Parcel(String id) {}

  String place(Order order, Optional<String> coupon, Integer priority);

  Order find(String id);

  State advance(State state);

  Colour paint(Colour colour);

  String ship(Parcel parcel);

  String rate(int stars, int of);

  long count();
}
