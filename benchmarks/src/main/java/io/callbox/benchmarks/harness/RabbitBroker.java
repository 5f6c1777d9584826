package io.callbox.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An installed RabbitMQ with its defaults, in a folder and with a port mapper of its own. */
final class RabbitBroker implements Broker {

  private final Process mapper;
  private final Process process;
  private final int port = Ports.free();

  RabbitBroker() {
    try {
      Path folder = Files.createTempDirectory("callbox-rabbit");
      Path plugins = Files.writeString(folder.resolve("enabled_plugins"), "[].");
      int mapperPort = Ports.free();
      Map<String, String> environment =
          Map.of(
              "HOME",
              folder.toString(),
              "ERL_EPMD_PORT",
              "" + mapperPort,
              "RABBITMQ_NODENAME",
              "bench" + port + "@localhost",
              "RABBITMQ_NODE_IP_ADDRESS",
              "127.0.0.1",
              "RABBITMQ_NODE_PORT",
              "" + port,
              "RABBITMQ_DIST_PORT",
              "" + Ports.free(),
              "RABBITMQ_MNESIA_BASE",
              folder.toString(),
              "RABBITMQ_LOG_BASE",
              folder.toString(),
              "RABBITMQ_ENABLED_PLUGINS_FILE",
              plugins.toString());
      this.mapper = start(environment, "epmd", "-port", "" + mapperPort);
      this.process = start(environment, "/usr/lib/rabbitmq/bin/rabbitmq-server");
      Ports.await(port, process);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public String address() {
    return "amqp://guest:guest@127.0.0.1:" + port;
  }

  /** The launcher's descendants are the virtual machine that works. */
  @Override
  public List<Long> pids() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(ProcessHandle::pid)
        .toList();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    mapper.destroyForcibly();
  }

  private static Process start(Map<String, String> environment, String... command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
