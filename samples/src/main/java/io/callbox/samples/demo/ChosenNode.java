package io.callbox.samples.demo;

import io.callbox.samples.arith.Arith;
import io.callbox.samples.arith.ArithStub;
import io.callbox.samples.tasks.NodeTasksStub;
import io.callbox.samples.tasks.SystemInfo;

/** A node's id is all that a caller needs to know. */
final class ChosenNode implements Step {

  @Override
  public String title() {
    return "a call to a chosen node";
  }

  @Override
  public String show(Stage stage) {
    Arith arith = new ArithStub(stage.to("node-2"));
    int product = arith.multiply(7, 8);
    Stage.expect(product == 56, "56, got " + product);
    SystemInfo info = new NodeTasksStub(stage.to("node-2")).systemInfo();
    Stage.expect(info.node().equals("node-2"), "an answer of node-2, got one of " + info.node());
    return info.node() + ", process " + info.processId() + ", says 7 x 8 = " + product;
  }
}
