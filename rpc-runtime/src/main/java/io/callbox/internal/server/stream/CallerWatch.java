package io.callbox.internal.server.stream;

import io.callbox.transport.NodeStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks with each heartbeat whether the callers of open streams are still in the registry. It asks
 * only for these nodes, and asks nothing while no stream is open. Safe for use by many threads.
 */
public final class CallerWatch {

  private static final Logger LOG = LoggerFactory.getLogger(CallerWatch.class);

  private final NodeStore nodes;
  private final OpenStreams streams;
  private final AtomicBoolean looking = new AtomicBoolean();

  public CallerWatch(NodeStore nodes, OpenStreams streams) {
    this.nodes = nodes;
    this.streams = streams;
  }

  public void look() {
    if (streams.size() > 0 && looking.compareAndSet(false, true)) {
      Set<String> asked = streams.callers();
      nodes.look(asked).whenComplete((there, failure) -> seen(asked, there, failure));
    }
  }

  private void seen(
      Set<String> asked, @Nullable List<NodeStore.Seen> there, @Nullable Throwable failure) {
    looking.set(false);
    if (there == null) {
      LOG.debug("it is not known whether callers of streams are there", failure);
      return;
    }
    Set<String> names = there.stream().map(NodeStore.Seen::node).collect(Collectors.toSet());
    streams.callersAre(asked, names);
  }
}
