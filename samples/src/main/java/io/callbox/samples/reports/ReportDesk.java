package io.callbox.samples.reports;

import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Orders reports, and asks for them later. Safe for use by many threads. */
public final class ReportDesk {

  private final ReportsDurableStub reports;

  /** Orders from whoever provides {@link Reports}. */
  public ReportDesk(RpcChannel channel) {
    this.reports = new ReportsDurableStub(channel);
  }

  /** Orders the report of a month once, however often it is asked for. */
  public String order(String month) {
    CallHandle<Report> call = reports.withId("report-" + month).build(month);
    return call.id();
  }

  /** Waits for a report that somebody has ordered, maybe another program. */
  public Report fetch(String id, Duration patience) {
    return reports.attachBuild(id).await(patience);
  }

  /** Says how far a report has come. */
  public String progress(String id) {
    CallStatus status = reports.attachBuild(id).status();
    CallStatus.Progress progress = status.progress();
    return progress == null
        ? status.state().toString()
        : status.state() + ": " + progress.text() + " of " + progress.total();
  }

  /** Orders a report that is not built before this time has passed. */
  public CallHandle<Report> orderLater(String month, Duration delay) {
    return reports.after(delay).build(month);
  }

  /** Orders the reports of many months together; completes when all are ordered. */
  public CompletableFuture<Void> orderAll(List<String> months) {
    return CompletableFuture.allOf(
        months.stream()
            .map(month -> reports.async().withId("report-" + month).build(month).accepted())
            .toArray(CompletableFuture[]::new));
  }

  /** Runs once a night over the whole fleet, though every program of it says so. */
  public void nightly(LocalDate date) {
    reports.withId("nightly@" + date).build(date.toString());
  }

  /** Gives a report up. Returns whether it is cancelled: it may have been ready. */
  public boolean giveUp(String id) {
    return reports.attachBuild(id).cancel();
  }
}
