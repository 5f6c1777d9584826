package io.callbox.samples.demo;

import io.callbox.node.NodeHealth;

/** A node says whether it is alive and ready, and why not. */
final class Health implements Step {

  @Override
  public String title() {
    return "health";
  }

  @Override
  public String show(Stage stage) {
    NodeHealth before = stage.office().node().health();
    Stage.expect(before.ready(), "a node that is ready, got " + before);
    stage.office().close();
    NodeHealth after = stage.office().node().health();
    Stage.expect(!after.ready(), "a node that is not ready, got " + after);
    return "the office was ready, and was closed: now " + after.problems().get(0);
  }
}
