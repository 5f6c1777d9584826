package io.callbox.cli.command;

import io.callbox.cli.output.Output;
import io.callbox.cli.output.Tone;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeListener;
import io.callbox.registry.ServiceInfo;
import io.callbox.registry.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callbox watch}. */
@Command(name = "watch", description = "Tell who comes and goes, as it happens.")
public final class WatchCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();
  private final CountDownLatch over = new CountDownLatch(1);

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "365d",
      converter = Connection.Span.class,
      description = "How long to watch; until it is interrupted by default.")
  private Duration bound = Duration.ofDays(365);

  @Override
  public Integer call() throws InterruptedException {
    try (connection) {
      Subscription subscription = connection.node().registry().listen(new Told());
      over.await(bound.toMillis(), TimeUnit.MILLISECONDS);
      subscription.close();
      return 0;
    }
  }

  /** Prints events. Called on the thread of the registry. */
  private final class Told implements NodeListener {

    @Override
    public void up(NodeInfo node) {
      tell("up", node, Tone.GOOD);
    }

    @Override
    public void down(NodeInfo node) {
      tell("down", node, Tone.BAD);
    }
  }

  private void tell(String event, NodeInfo node, Tone tone) {
    if ("cli".equals(node.labels().get("role"))) {
      return;
    }
    List<String> services = node.services().stream().map(ServiceInfo::name).toList();
    if (output.isJson()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("at", Instant.now());
      json.put("event", event);
      json.put("node", node.id());
      json.put("services", services);
      output.event(json);
    } else {
      String now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS).toString();
      String serves = services.isEmpty() ? "" : "  " + String.join(", ", services);
      output.say(tone, now + "  " + event + "  " + node.id() + serves);
    }
    if (!output.isRead()) {
      over.countDown();
    }
  }
}
