package example.shop;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Order three pears each, some at a time; {@code --customers} says how many come. */
@Component
class Customers implements ApplicationRunner {

  private final Counter counter;
  private final int customers;

  Customers(Counter counter, @Value("${customers:1}") int customers) {
    this.counter = counter;
    this.customers = customers;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    System.out.println("the first pays " + counter.order("pear", 3));
    AtomicLong paid = new AtomicLong();
    IntStream.range(0, customers)
        .parallel()
        .forEach(each -> paid.addAndGet(counter.order("pear", 3)));
    System.out.println(customers + " customers paid " + paid);
  }
}
