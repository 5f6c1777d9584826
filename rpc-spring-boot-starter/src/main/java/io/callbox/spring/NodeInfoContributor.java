package io.callbox.spring;

import io.callbox.node.RpcNode;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** Shows the node's id and its services. Safe for use by many threads. */
final class NodeInfoContributor implements InfoContributor {

  private final CurrentNode current;
  private final NodeSettings settings;

  NodeInfoContributor(CurrentNode current, NodeSettings settings) {
    this.current = current;
    this.settings = settings;
  }

  @Override
  public void contribute(Info.Builder builder) {
    RpcNode node = current.orNull();
    if (node != null) {
      builder.withDetail("callbox", Map.of("node", node.id(), "serves", settings.served()));
    }
  }
}
