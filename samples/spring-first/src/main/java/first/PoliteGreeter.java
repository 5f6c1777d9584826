package first;

import org.springframework.stereotype.Service;

/** Is served, since it implements a contract. */
@Service
class PoliteGreeter implements Greeter {

  @Override
  public String greet(String name) {
    return "Hello, " + name;
  }
}
