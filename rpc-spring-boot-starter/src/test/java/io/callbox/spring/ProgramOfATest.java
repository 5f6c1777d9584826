package io.callbox.spring;

import java.util.Arrays;

/** Runs an application's own main method in a process of a test; its class is named first. */
final class ProgramOfATest {

  private ProgramOfATest() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    Class<?> application = Class.forName(args[0]);
    Object rest = Arrays.copyOfRange(args, 1, args.length);
    application.getMethod("main", String[].class).invoke(null, rest);
    System.out.println("ready");
  }
}
