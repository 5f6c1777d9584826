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
    try (Caller caller = Peers.named(contestant).connect(address)) {
      BufferedReader commands = commands();
      answers.println("address=" + address);
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        Fields asked = Fields.parse(line);
        answers.println(asked.values().isEmpty() ? Self.fields() : carryOut(asked, caller));
      }
    }
  }

  static BufferedReader commands() throws IOException {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  private static String carryOut(Fields asked, Caller caller) throws InterruptedException {
    Load load = Load.of(asked);
    Tally tally = new Tally();
    Loads.run(load, Call.of(load, caller), tally);
    return tally.fields() + " " + Self.fields();
  }
}
