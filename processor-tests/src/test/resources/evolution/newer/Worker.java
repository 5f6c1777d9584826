package evolution;

import java.util.Optional;
import java.util.function.Supplier;
import io.callbox.rpc.ServiceSkeleton;

/** Says what it was given. */
public final class Worker implements Orders, Supplier<ServiceSkeleton> {

  @Override
  public ServiceSkeleton get() {
    return new OrdersSkeleton(this);
  }

  @Override
  public String place(Order order, Optional<String> coupon, Integer priority) {
    return order + " " + coupon + " " + priority;
  }

  @Override
  public Order find(String id) {
    return new Order(id, 2, Optional.of("half"), "ribbon");
  }

  @Override
  public State advance(State state) {
    return State.SHIPPED;
  }

  @Override
  public Colour paint(Colour colour) {
    return Colour.BLUE;
  }

  @Override
  public String ship(Parcel parcel) {
    return parcel.toString();
  }

  @Override
  public String rate(int stars, int of) {
    return stars + " of " + of;
  }

  @Override
  public long count() {
    return 3;
  }
}
