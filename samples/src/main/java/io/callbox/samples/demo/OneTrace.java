package io.callbox.samples.demo;

import io.callbox.samples.desk.Order;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.stream.Collectors;

/** A call and the calls that it leads to are one trace, asynchronous ones too. */
final class OneTrace implements Step {

  private static final AttributeKey<String> NODE = AttributeKey.stringKey("callbox.node");

  @Override
  public String title() {
    return "one trace";
  }

  @Override
  public String show(Stage stage) {
    int total = stage.desk().total(new Order(List.of(new Order.Line(2, 3), new Order.Line(4, 5))));
    Stage.expect(total == 26, "26, got " + total);
    SpanData root = stage.figures().spans().lastRoot();
    List<SpanData> trace = stage.figures().spans().of(root.getTraceId());
    Stage.expect(trace.size() == 4, "four spans, got " + trace);
    return told(root, trace);
  }

  /** The span and those below it: {@code Desk.total of demo (...)}. */
  private static String told(SpanData span, List<SpanData> trace) {
    String below =
        trace.stream()
            .filter(each -> each.getParentSpanId().equals(span.getSpanId()))
            .map(each -> told(each, trace))
            .collect(Collectors.joining(" and "));
    String self = span.getName() + " at " + span.getAttributes().get(NODE);
    return below.isEmpty() ? self : self + ", within it " + below;
  }
}
