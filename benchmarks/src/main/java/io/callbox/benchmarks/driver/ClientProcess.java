package io.callbox.benchmarks.driver;

import io.callbox.benchmarks.peers.Caller;
import io.callbox.benchmarks.peers.Peers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The client of one contestant: runs each load it reads, and answers with what came of it. */
public final class ClientProcess {

  private ClientProcess() {}

  /** Serves its standard input until it ends. */
  public static void run(String contestant, String address, PrintStream answers) throws Exception {
    long start = System.nanoTime();
    Named named = Named.of(contestant);
    boolean virtual = named.setting("callers", "").equals("virtual");
    try (Caller caller = Peers.named(named).connect(address)) {
      answers.println("address=" + address + since(start));
      BufferedReader commands = commands();
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        Fields asked = Fields.parse(line);
        answers.println(answer(asked, caller, virtual));
      }
    }
  }

  private static Object answer(Fields asked, Caller caller, boolean virtual)
      throws InterruptedException {
    if (asked.values().containsKey("operation")) {
      return carryOut(asked, caller, virtual);
    }
    return asked.values().containsKey("first") ? first(caller) : Self.answer(asked);
  }

  /** The first call of a process, without the threads and histograms of a load. */
  private static String first(Caller caller) {
    long start = System.nanoTime();
    int product = caller.multiply(7, 8);
    return "first=" + (System.nanoTime() - start) / 1_000 + " product=" + product;
  }

  static String since(long start) {
    return " start=" + (System.nanoTime() - start) / 1_000;
  }

  static BufferedReader commands() throws IOException {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  private static String carryOut(Fields asked, Caller caller, boolean virtual)
      throws InterruptedException {
    Load load = Load.of(asked);
    Tally tally = new Tally();
    Loads.run(load, Call.of(load, caller), tally, virtual);
    return tally.fields() + " " + Self.fields();
  }
}
