package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.callbox.json.Json;
import io.callbox.json.Maps;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The hint that a node has registered. Every program with the right to publish can forge it, and it
 * may be lost. Immutable.
 *
 * @param node the id of the node
 * @param revisions the revisions of the services that it provides, by their names
 */
public record StartHint(String node, Map<String, String> revisions) {

  private static final Members MEMBERS = Members.of("event", "node", "services");

  /** Copies the map. */
  public StartHint {
    revisions = Map.copyOf(revisions);
  }

  /** Writes the hint; without revisions if there are none. */
  public byte[] written() {
    ByteArrayBuilder bytes = new ByteArrayBuilder();
    try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("event", "up");
      out.writeStringField("node", node);
      if (!revisions.isEmpty()) {
        out.writeFieldName("services");
        Maps.write(out, new TreeMap<>(revisions), Texts::writeString);
      }
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Reads a hint; empty if it is another hint, or that of a node that provides nothing. */
  public static Optional<StartHint> read(byte[] hint) {
    try (JsonParser in = Json.FACTORY.createParser(hint)) {
      in.nextToken();
      return read(in);
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static Optional<StartHint> read(JsonParser in) throws IOException {
    String event = "";
    String node = "";
    Map<String, String> revisions = Map.of();
    MemberCursor members = MEMBERS.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> event = Texts.readString(in);
        case 1 -> node = Texts.readString(in);
        case 2 -> revisions = Maps.read(in, Texts::readString);
        default -> members.skip();
      }
    }
    boolean started = "up".equals(event) && node != null && revisions != null;
    return started && !revisions.isEmpty() && revisions.values().stream().noneMatch(Objects::isNull)
        ? Optional.of(new StartHint(node, revisions))
        : Optional.empty();
  }
}
