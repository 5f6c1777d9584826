package io.callbox.server;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.transport.BrokerClock;
import java.io.IOException;

/** What a server is: the result of {@code rpc.info}. Safe for use by many threads. */
final class ServerInfo {

  private final ServerSettings settings;
  private final ServiceTable services;
  private final BrokerClock clock;
  private final long startMillis;

  ServerInfo(ServerSettings settings, ServiceTable services, BrokerClock clock) {
    this.settings = settings;
    this.services = services;
    this.clock = clock;
    this.startMillis = clock.millis();
  }

  void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("node", settings.worker().node());
    out.writeNumberField("startedAt", startMillis);
    out.writeNumberField("uptimeMs", Math.max(0, clock.millis() - startMillis));
    out.writeNumberField("concurrency", settings.concurrency());
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
