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
    Peer.Served served = Peers.named(contestant).serve(address, new WorkService(delay));
    answers.println("address=" + served.address());
    BufferedReader commands = ClientProcess.commands();
    while (commands.readLine() != null) {
      answers.println(Self.fields());
    }
    served.closing().close();
  }
}
