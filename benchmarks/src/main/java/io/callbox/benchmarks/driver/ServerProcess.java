package io.callbox.benchmarks.driver;

import io.callbox.benchmarks.peers.Peer;
import io.callbox.benchmarks.peers.Peers;
import io.callbox.benchmarks.work.WorkService;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.time.Duration;

/** The server of one contestant: says where it is, then its figures whenever asked. */
public final class ServerProcess {

  private ServerProcess() {}

  /** Serves until its standard input ends. */
  public static void run(String contestant, String address, Duration delay, PrintStream answers)
      throws Exception {
    long start = System.nanoTime();
    Peer.Served served = Peers.named(Named.of(contestant)).serve(address, new WorkService(delay));
    answers.println("address=" + served.address() + ClientProcess.since(start));
    BufferedReader commands = ClientProcess.commands();
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      answers.println(Self.answer(Fields.parse(line)));
    }
    served.closing().close();
  }
}
