package io.callbox.internal.server.reserved;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.server.stats.Histogram;
import io.callbox.internal.server.stats.MethodStats;
import io.callbox.internal.server.stats.ServerStats;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of {@code rpc.stats}: the statistics of each method. */
final class StatsReport {

  private final ServiceTable services;
  private final ServerStats server;

  StatsReport(ServiceTable services, ServerStats server) {
    this.services = services;
    this.server = server;
  }

  /** Writes the figures of one service or of all. */
  void write(JsonGenerator out, @Nullable String only) throws IOException {
    out.writeStartObject();
    out.writeNumberField("unreadable", server.unreadableMessages());
    out.writeNumberField("unknownMethod", server.unknownMethods());
    out.writeNumberField("expired", server.expiredRequests());
    out.writeObjectFieldStart("methods");
    for (ServiceDescriptor service : services.services()) {
      if (only == null || only.equals(service.name())) {
        writeMethods(out, service);
      }
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private void writeMethods(JsonGenerator out, ServiceDescriptor service) throws IOException {
    for (MethodDescriptor<?> method : service.methods()) {
      MethodStats stats = services.stats(method);
      out.writeObjectFieldStart(method.fullName());
      out.writeNumberField("calls", stats.calls());
      out.writeNumberField("running", stats.running());
      out.writeObjectFieldStart("errors");
      for (Map.Entry<StatusCode, Long> error : stats.errors().entrySet()) {
        out.writeNumberField(error.getKey().name(), error.getValue());
      }
      out.writeEndObject();
      writeHistogram(out, "queuedMicros", stats.queued());
      writeHistogram(out, "ranMicros", stats.ran());
      writeError(out, stats.lastError());
      out.writeEndObject();
    }
  }

  /** Writes each bucket with counts, under the longest duration that it counts. */
  private static void writeHistogram(JsonGenerator out, String name, Histogram.Snapshot snapshot)
      throws IOException {
    out.writeObjectFieldStart(name);
    out.writeNumberField("count", snapshot.count());
    out.writeNumberField("sum", snapshot.totalMicros());
    out.writeNumberField("p50", snapshot.quantileMicros(0.5));
    out.writeNumberField("p99", snapshot.quantileMicros(0.99));
    out.writeObjectFieldStart("buckets");
    for (int bucket = 0; bucket < snapshot.counts().length; bucket++) {
      if (snapshot.counts()[bucket] > 0) {
        String upper = Long.toString(Histogram.Snapshot.upperMicros(bucket));
        out.writeNumberField(upper, snapshot.counts()[bucket]);
      }
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void writeError(JsonGenerator out, MethodStats.@Nullable LastError error)
      throws IOException {
    if (error != null) {
      out.writeObjectFieldStart("lastError");
      out.writeNumberField("at", error.atMillis());
      out.writeStringField("status", error.status().name());
      out.writeStringField("message", error.message());
      out.writeEndObject();
    }
  }
}
