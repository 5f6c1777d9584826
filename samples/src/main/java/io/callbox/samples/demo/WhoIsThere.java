package io.callbox.samples.demo;

import io.callbox.registry.NodeInfo;
import java.util.List;

/** The registry knows each node, and what it provides. */
final class WhoIsThere implements Step {

  private static final String SERVICE = "Arith";

  @Override
  public String title() {
    return "who is there";
  }

  @Override
  public String show(Stage stage) {
    List<NodeInfo> providers = stage.caller().registry().providersOf(SERVICE);
    List<String> ids = providers.stream().map(NodeInfo::id).toList();
    Stage.expect(ids.equals(Stage.NODES), "the providers " + Stage.NODES + ", got " + ids);
    NodeInfo caller = stage.caller().registry().node("demo").orElseThrow();
    Stage.expect(caller.services().isEmpty(), "a caller, got " + caller);
    return String.join(", ", ids) + " provide " + SERVICE + ", and demo only calls";
  }
}
