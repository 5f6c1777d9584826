package io.callbox.internal.server.reserved;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.server.settings.ServerSettings;
import io.callbox.internal.server.stats.ServerStats;
import io.callbox.json.JsonMismatchException;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Texts;
import io.callbox.json.ValueWriter;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServerCalls;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.transport.BrokerClock;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The methods that every server answers about itself, on its inbox and on the queues of its
 * services: {@code rpc.ping}, {@code rpc.info}, {@code rpc.stats} and {@code rpc.discover}. A
 * person can call them with {@code redis-cli}. JSON-RPC 2.0, section 4, reserves method names that
 * begin with {@code rpc.} for this use.
 *
 * <p>Interceptors see these calls like all others, so a caller without rights cannot use them.
 */
public final class ReservedMethods implements ServiceSkeleton {

  private static final ServiceDescriptor SERVICE =
      ServiceDescriptor.of(
          "rpc", method("ping"), method("info"), method("stats"), method("discover"));
  private static final Members PARAMS = Members.of("service");

  private final ServerInfo info;
  private final StatsReport stats;
  private final ContractReport contracts;
  private final ServiceTable services;

  public ReservedMethods(
      ServerSettings settings,
      ServiceTable services,
      ServerStats stats,
      List<ServiceSkeleton> skeletons,
      BrokerClock clock) {
    this.services = services;
    this.info = new ServerInfo(settings, services, clock);
    this.stats = new StatsReport(services, stats);
    this.contracts = new ContractReport(settings.worker().node(), skeletons);
  }

  /** Writes a report, about one service if the caller names one. */
  private interface Report {
    void write(JsonGenerator out, @Nullable String service) throws IOException;
  }

  @Override
  public ServiceDescriptor descriptor() {
    return SERVICE;
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser params) throws IOException {
    String service = readService(params);
    return switch (method.name()) {
      case "ping" -> answer(service, (out, any) -> out.writeString("pong"));
      case "info" -> answer(service, (out, any) -> info.write(out));
      case "stats" -> answer(known(service), stats::write);
      case "discover" -> answer(known(service), contracts::write);
      default -> throw ServerCalls.unimplemented(method);
    };
  }

  private static @Nullable String readService(JsonParser in) throws IOException {
    String service = null;
    MemberCursor members = PARAMS.openParams(in);
    while (members.next()) {
      if (members.index() == 0) {
        service = Texts.readString(in);
      } else {
        members.skip();
      }
    }
    return service;
  }

  /** Returns the name of a registered service; null for all services. */
  private @Nullable String known(@Nullable String service) throws IOException {
    List<String> names = services.names();
    if (service != null && !names.contains(service)) {
      throw new JsonMismatchException(
          "service", "must be one of " + names + ", got \"" + service + '"');
    }
    return service;
  }

  private static Invocation answer(@Nullable String service, Report report) {
    ValueWriter<Report> writer = (out, written) -> written.write(out, service);
    return responder -> responder.succeed(report, writer);
  }

  private static MethodDescriptor<?> method(String name) {
    return MethodDescriptor.named("rpc", name).idempotent().returningNothing();
  }
}
