package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.callbox.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of a request, byte for byte, so that the request can be written again with some
 * members changed. Immutable.
 */
public final class RequestMembers {

  private static final String PARAMS = "params";

  private final Map<String, Slice> members;

  private RequestMembers(Map<String, Slice> members) {
    this.members = members;
  }

  /** Reads the members of a request; null if it is not one JSON object. */
  public static @Nullable RequestMembers of(Slice request) {
    Map<String, Slice> members = new LinkedHashMap<>();
    try (JsonParser in = request.open(Json.factoryForSplitting())) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        members.put(name, request.skipValue(in));
      }
      Slice.requireEnd(in);
      return new RequestMembers(members);
    } catch (IOException malformed) {
      return null;
    }
  }

  /** Returns the bytes of a member; null if there is none. */
  public byte @Nullable [] raw(String name) {
    Slice value = members.get(name);
    return value == null
        ? null
        : Arrays.copyOfRange(value.bytes(), value.offset(), value.offset() + value.length());
  }

  /** Returns whether a member exists and is false. */
  public boolean isFalse(String name) {
    byte[] raw = raw(name);
    return raw != null && new String(raw, StandardCharsets.UTF_8).equals("false");
  }

  /** Returns a member that is a string; null if there is none. */
  public @Nullable String text(String name) {
    Slice value = members.get(name);
    if (value == null) {
      return null;
    }
    try (JsonParser in = value.open()) {
      return in.nextToken() == JsonToken.VALUE_STRING ? in.getText() : null;
    } catch (IOException malformed) {
      return null;
    }
  }

  /** Returns a member that is a whole number; 0 if there is none that fits. */
  public long number(String name) {
    Slice value = members.get(name);
    if (value == null) {
      return 0;
    }
    try (JsonParser in = value.open()) {
      return in.nextToken() == JsonToken.VALUE_NUMBER_INT ? in.getLongValue() : 0;
    } catch (IOException malformed) {
      return 0;
    }
  }

  /**
   * Returns the request with these members set; new members come before its parameters.
   *
   * @param changes JSON by name
   */
  public byte[] with(Map<String, String> changes) {
    Map<String, String> left = new LinkedHashMap<>(changes);
    ByteArrayBuilder out = new ByteArrayBuilder();
    out.write('{');
    for (Map.Entry<String, Slice> member : members.entrySet()) {
      if (member.getKey().equals(PARAMS)) {
        changes.keySet().stream()
            .filter(name -> !members.containsKey(name))
            .forEach(name -> write(name, utf8(String.valueOf(left.remove(name))), out));
      }
      String change = left.remove(member.getKey());
      write(member.getKey(), change == null ? member.getValue() : utf8(change), out);
    }
    left.forEach((name, value) -> write(name, utf8(value), out));
    out.write('}');
    return out.toByteArray();
  }

  private static void write(String name, Slice value, ByteArrayBuilder out) {
    if (out.size() > 1) {
      out.write(',');
    }
    Slice quoted = utf8(quoted(name) + ':');
    out.write(quoted.bytes(), quoted.offset(), quoted.length());
    out.write(value.bytes(), value.offset(), value.length());
  }

  /** Returns a text as JSON. */
  public static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private static Slice utf8(String text) {
    return Slice.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
