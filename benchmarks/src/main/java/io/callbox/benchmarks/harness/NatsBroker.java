package io.callbox.benchmarks.harness;

import java.io.IOException;
import java.util.List;

/** An installed nats-server with its defaults. */
final class NatsBroker implements Broker {

  private final Process process;
  private final int port = Ports.free();

  NatsBroker() {
    try {
      this.process =
          new ProcessBuilder("nats-server", "-a", "127.0.0.1", "-p", "" + port)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectErrorStream(true)
              .start();
      Ports.await(port, process);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public String address() {
    return "nats://127.0.0.1:" + port;
  }

  @Override
  public List<Long> pids() {
    return List.of(process.pid());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
