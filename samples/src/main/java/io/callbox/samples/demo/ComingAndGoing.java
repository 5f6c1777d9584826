package io.callbox.samples.demo;

import io.callbox.node.RpcNode;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeListener;
import io.callbox.registry.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whoever listens is told who comes and who goes. */
final class ComingAndGoing implements Step {

  @Override
  public String title() {
    return "who comes and goes";
  }

  @Override
  public String show(Stage stage) throws Exception {
    Heard heard = new Heard();
    Subscription listening = stage.caller().registry().listen(heard);
    try (RpcNode guest = RpcNode.builder("guest").redis(stage.cluster().redisUri()).start()) {
      Await.until("the guest was seen to come", () -> heard.news.contains("up " + guest.id()));
    }
    Await.until("the guest was seen to go", () -> heard.news.contains("down guest"));
    listening.close();
    return "a listener heard " + String.join(", ", heard.news);
  }

  /** Notes what it is told of the guest. */
  private static final class Heard implements NodeListener {

    private final List<String> news = new CopyOnWriteArrayList<>();

    @Override
    public void up(NodeInfo node) {
      note("up", node);
    }

    @Override
    public void down(NodeInfo node) {
      note("down", node);
    }

    private void note(String what, NodeInfo node) {
      if (node.id().equals("guest")) {
        news.add(what + ' ' + node.id());
      }
    }
  }
}
