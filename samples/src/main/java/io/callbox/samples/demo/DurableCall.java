package io.callbox.samples.demo;

import io.callbox.node.RpcNode;
import io.callbox.samples.reports.MonthlyReports;
import io.callbox.samples.reports.Report;
import io.callbox.samples.reports.ReportDesk;
import io.callbox.samples.reports.ReportsSkeleton;
import java.time.Duration;

/** A call that is submitted before anybody serves it, and found by its id by another node. */
final class DurableCall implements Step {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  public String title() {
    return "a durable call";
  }

  @Override
  public String show(Stage stage) {
    String id = new ReportDesk(stage.toAny()).order("2026-11");
    try (RpcNode press = press(stage.cluster().redisUri())) {
      ReportDesk elsewhere = new ReportDesk(stage.office().node().channelToAny());
      Report report = elsewhere.fetch(id, PATIENCE);
      Stage.expect(report.pages() == 12, "12 pages, got " + report);
      return id
          + " was ordered before "
          + press.id()
          + " was there, and fetched elsewhere: "
          + report.pages()
          + " pages";
    }
  }

  /** Starts a node that builds reports. */
  static RpcNode press(String redisUri) {
    return RpcNode.builder("press")
        .redis(redisUri)
        .register(new ReportsSkeleton(new MonthlyReports()))
        .start();
  }
}
