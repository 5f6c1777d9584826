package evolution;

import java.util.function.Supplier;
import io.callbox.rpc.ServiceSkeleton;

/** Says what it was given. */
public final class Worker implements Orders, Supplier<ServiceSkeleton> {

  @Override
  public ServiceSkeleton get() {
    return new OrdersSkeleton(this);
  }

  @Override
  public String place(Order order) {
    return order.toString();
  }

  @Override
  public Order find(String id) {
    return new Order(id, 2, "fragile");
  }

  @Override
  public State advance(State state) {
    return state;
  }

  @Override
  public Colour paint(Colour colour) {
    return colour;
  }

  @Override
  public String ship(Parcel parcel) {
    return parcel.toString();
  }

  @Override
  public String rate(int stars) {
    return stars + " stars";
  }
}
