package first;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** As Spring's own page makes it. */
@SpringBootApplication
public class Application {

  /** Serves and calls. */
  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }
}
