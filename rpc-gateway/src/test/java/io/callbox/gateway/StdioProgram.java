package io.callbox.gateway;

/** A program that a client of the Model Context Protocol starts. */
final class StdioProgram {

  private StdioProgram() {}

  /** Serves standard input and output, on the Redis and the namespace that are named. */
  public static void main(String[] args) throws Exception {
    try (Gateway gateway = Gateway.builder().redis(args[0]).namespace(args[1]).local()) {
      gateway.serveMcp(System.in, System.out);
    }
  }
}
