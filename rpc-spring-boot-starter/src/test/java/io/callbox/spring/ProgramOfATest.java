package io.callbox.spring;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;

/** Runs an application, named first, in a process of a test. */
final class ProgramOfATest {

  private ProgramOfATest() {}

  public static void main(String[] args) throws ClassNotFoundException {
    Class<?> application = Class.forName(args[0]);
    SpringApplication.run(application, Arrays.copyOfRange(args, 1, args.length));
    System.out.println("ready");
  }
}
