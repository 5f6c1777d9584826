package io.callbox.validation;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.Stream;

/** Notes what has run. */
class Book implements Orders {

  final ConcurrentLinkedQueue<String> ran = new ConcurrentLinkedQueue<>();

  @Override
  public String place(String customer, Order order) {
    ran.add(customer);
    if (customer.equals("nested")) {
      throw new RpcException(StatusCode.INVALID_ARGUMENT, "of a nested call");
    }
    return customer;
  }

  @Override
  public CompletableFuture<String> placeLater(Order order) {
    ran.add("later");
    return CompletableFuture.completedFuture("later");
  }

  @Override
  public void cancel(int number) {
    ran.add("cancelled " + number);
  }

  @Override
  public int prices(Map<String, Integer> prices) {
    return prices.size();
  }

  @Override
  public Flow.Publisher<String> follow(String customer) {
    ran.add("followed " + customer);
    return new SubmissionPublisher<>();
  }

  @Override
  public Stream<Line> lines(Order order) {
    ran.add("lines");
    return Stream.concat(order.lines().stream(), Stream.of(new Line("", 0)));
  }

  @Override
  public int weigh(int weight) {
    return weight;
  }
}
