package io.callbox.samples.reports;

import io.callbox.rpc.CallContext;

/** {@link Reports} that say how far they have come. */
public final class MonthlyReports implements Reports {

  private static final int PAGES = 12;

  @Override
  public Report build(String month) {
    CallContext call = CallContext.current();
    for (int page = 1; page <= PAGES; page++) {
      if (call != null) {
        call.progress(page, PAGES, "page " + page);
      }
    }
    return new Report(month, PAGES);
  }
}
