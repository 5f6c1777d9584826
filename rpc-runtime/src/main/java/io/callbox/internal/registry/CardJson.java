package io.callbox.internal.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.callbox.internal.wire.EpochMillis;
import io.callbox.json.Json;
import io.callbox.json.JsonMismatchException;
import io.callbox.json.Lists;
import io.callbox.json.Maps;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Numbers;
import io.callbox.json.Texts;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.ServiceInfo;
import io.callbox.transport.Namespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Writes and reads the card of a node as JSON, so that other programs can read it. */
final class CardJson {

  private static final Members CARD =
      Members.of(
          "node", "incarnation", "host", "process", "startedAt", "version", "labels", "services");
  private static final Members SERVICE = Members.of("revision", "methods");

  private CardJson() {}

  static byte[] write(NodeInfo info) {
    ByteArrayBuilder bytes = new ByteArrayBuilder();
    try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("node", info.id());
      out.writeStringField("incarnation", info.incarnation());
      out.writeStringField("host", info.place().host());
      out.writeNumberField("process", info.place().process());
      out.writeNumberField("startedAt", info.startedAt().toEpochMilli());
      if (info.version() != null) {
        out.writeStringField("version", info.version());
      }
      out.writeFieldName("labels");
      Maps.write(out, new TreeMap<>(info.labels()), Texts::writeString);
      out.writeObjectFieldStart("services");
      for (ServiceInfo service : info.services()) {
        write(out, service);
      }
      out.writeEndObject();
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator out, ServiceInfo service) throws IOException {
    out.writeObjectFieldStart(service.name());
    out.writeStringField("revision", service.revision());
    out.writeFieldName("methods");
    Lists.write(out, service.methods(), Texts::writeString);
    out.writeEndObject();
  }

  /**
   * Reads a card.
   *
   * @throws IOException if it is not a card
   */
  static NodeInfo read(byte[] card) throws IOException {
    try (JsonParser in = Json.FACTORY.createParser(card)) {
      in.nextToken();
      return read(in);
    }
  }

  private static NodeInfo read(JsonParser in) throws IOException {
    String id = "";
    String incarnation = "";
    String host = "";
    long process = 0;
    long startedAt = 0;
    String version = null;
    Map<String, String> labels = Map.of();
    List<ServiceInfo> services = List.of();
    MemberCursor members = CARD.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> id = Texts.readString(in);
        case 1 -> incarnation = Texts.readString(in);
        case 2 -> host = Texts.readString(in);
        case 3 -> process = Numbers.readLong(in);
        case 4 -> startedAt = Numbers.readLong(in);
        case 5 -> version = Texts.readString(in);
        case 6 -> {
          labels = Maps.read(in, Texts::readString);
          requireNoNull(in, labels.values());
        }
        case 7 -> {
          Map<String, ServiceInfo> byName = Maps.read(in, CardJson::readService);
          requireNoNull(in, byName.values());
          services = services(byName);
        }
        default -> members.skip();
      }
    }
    members.require(0);
    members.require(1);
    if (!Namespace.isName(id)) {
      throw JsonMismatchException.at(in, "names a node as no node can be called");
    }
    NodeInfo.Place place = new NodeInfo.Place(host, process);
    Instant start = EpochMillis.instant(startedAt);
    return new NodeInfo(id, incarnation, place, start, version, labels, services);
  }

  private static ServiceInfo readService(JsonParser in) throws IOException {
    String revision = "";
    List<String> methods = List.of();
    MemberCursor members = SERVICE.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> revision = Texts.readString(in);
        case 1 -> {
          methods = Lists.read(in, Texts::readString);
          requireNoNull(in, methods);
        }
        default -> members.skip();
      }
    }
    return new ServiceInfo("", revision, methods);
  }

  /** Refuses {@code null} in maps and lists, which a card must not contain. */
  private static void requireNoNull(JsonParser in, Collection<?> values) throws IOException {
    if (values.stream().anyMatch(Objects::isNull)) {
      throw JsonMismatchException.at(in, "has a null in it");
    }
  }

  private static List<ServiceInfo> services(Map<String, ServiceInfo> byName) {
    List<ServiceInfo> services = new ArrayList<>();
    byName.forEach(
        (name, service) ->
            services.add(new ServiceInfo(name, service.revision(), service.methods())));
    return services;
  }
}
