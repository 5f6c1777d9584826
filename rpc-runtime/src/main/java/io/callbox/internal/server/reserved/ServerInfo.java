package io.callbox.internal.server.reserved;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.server.settings.ServerSettings;
import io.callbox.json.Maps;
import io.callbox.json.Texts;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.transport.BrokerClock;
import java.io.IOException;
import java.util.TreeMap;

/** The description of a server: the result of {@code rpc.info}. Safe for use by many threads. */
final class ServerInfo {

  private final ServerSettings settings;
  private final ServiceTable services;
  private final BrokerClock clock;
  private final long startMillis;

  ServerInfo(ServerSettings settings, ServiceTable services, BrokerClock clock) {
    this.settings = settings;
    this.services = services;
    this.clock = clock;
    this.startMillis = settings.self().startedAt().toEpochMilli();
  }

  void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("node", settings.worker().node());
    if (settings.self().version() != null) {
      out.writeStringField("version", settings.self().version());
    }
    out.writeStringField("host", settings.self().place().host());
    out.writeNumberField("startedAt", startMillis);
    out.writeNumberField("uptimeMs", Math.max(0, clock.millis() - startMillis));
    out.writeNumberField("concurrency", settings.concurrency());
    out.writeFieldName("labels");
    Maps.write(out, new TreeMap<>(settings.self().labels()), Texts::writeString);
    out.writeObjectFieldStart("services");
    for (ServiceDescriptor service : services.services()) {
      out.writeArrayFieldStart(service.name());
      for (MethodDescriptor<?> method : service.methods()) {
        out.writeString(method.name());
      }
      out.writeEndArray();
    }
    out.writeEndObject();
    out.writeEndObject();
  }
}
