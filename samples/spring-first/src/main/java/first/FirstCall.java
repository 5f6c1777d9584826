package first;

import org.springframework.boot.CommandLineRunner;
import org.springframework.stereotype.Component;

/** Calls through Redis; {@code Greeter} itself would be the bean of this application. */
@Component
class FirstCall implements CommandLineRunner {

  private final GreeterStub greeter;

  FirstCall(GreeterStub greeter) {
    this.greeter = greeter;
  }

  @Override
  public void run(String... arguments) {
    System.out.println(greeter.greet("world"));
  }
}
