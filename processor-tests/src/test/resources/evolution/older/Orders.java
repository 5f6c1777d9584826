package evolution;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.callbox.annotation.RemoteService;

/** A contract as it was. */
@RemoteService
public interface Orders {

  enum State {
    OPEN,
    @JsonEnumDefaultValue
    OTHER
  }

  enum Colour {
    RED
  }

  record Order(String id, int amount, String note) {}

  record Parcel(String id, int weight) {}

  String place(Order order);

  Order find(String id);

  State advance(State state);

  Colour paint(Colour colour);

  String ship(Parcel parcel);

  String rate(int stars);
}
