package io.callbox.server;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.json.Json;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code rpc.discover}: one OpenRPC document on what this server serves, joined of
 * those that the compiler wrote for its services. A service without one, such as one written by
 * hand, is listed with its methods' names.
 */
final class Contracts {

  private final String node;
  private final List<ServiceSkeleton> skeletons;

  Contracts(String node, List<ServiceSkeleton> skeletons) {
    this.node = node;
    this.skeletons = skeletons;
  }

  /** Writes the contract of one service, or of all. */
  void write(JsonGenerator out, @Nullable String only) throws IOException {
    List<ServiceSkeleton> asked =
        skeletons.stream().filter(each -> only == null || only.equals(nameOf(each))).toList();
    out.writeStartObject();
    out.writeStringField("openrpc", "1.3.2");
    out.writeObjectFieldStart("info");
    out.writeStringField("title", node);
    out.writeStringField("version", "1");
    out.writeEndObject();
    out.writeArrayFieldStart("methods");
    for (ServiceSkeleton skeleton : asked) {
      writeMethods(out, skeleton);
    }
    out.writeEndArray();
    out.writeObjectFieldStart("components");
    out.writeObjectFieldStart("schemas");
    Set<String> written = new HashSet<>();
    for (ServiceSkeleton skeleton : asked) {
      writeSchemas(out, skeleton, written);
    }
    out.writeEndObject();
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void writeMethods(JsonGenerator out, ServiceSkeleton skeleton) throws IOException {
    try (JsonParser in = open(skeleton)) {
      if (in == null || !enter(in, "methods", JsonToken.START_ARRAY)) {
        writeNames(out, skeleton);
        return;
      }
      while (in.nextToken() != JsonToken.END_ARRAY) {
        out.copyCurrentStructure(in);
      }
    }
  }

  private static void writeNames(JsonGenerator out, ServiceSkeleton skeleton) throws IOException {
    for (MethodDescriptor<?> method : skeleton.descriptor().methods()) {
      out.writeStartObject();
      out.writeStringField("name", method.fullName());
      out.writeArrayFieldStart("params");
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  private static void writeSchemas(JsonGenerator out, ServiceSkeleton skeleton, Set<String> written)
      throws IOException {
    try (JsonParser in = open(skeleton)) {
      if (in == null
          || !enter(in, "components", JsonToken.START_OBJECT)
          || !find(in, "schemas", JsonToken.START_OBJECT)) {
        return;
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        boolean first = written.add(in.currentName());
        in.nextToken();
        if (first) {
          out.writeFieldName(in.currentName());
          out.copyCurrentStructure(in);
        } else {
          in.skipChildren();
        }
      }
    }
  }

  /** Moves onto the value of a member of the document. */
  private static boolean enter(JsonParser in, String name, JsonToken start) throws IOException {
    return in.nextToken() == JsonToken.START_OBJECT && find(in, name, start);
  }

  private static boolean find(JsonParser in, String name, JsonToken start) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = in.currentName().equals(name);
      if (in.nextToken() == start && found) {
        return true;
      }
      in.skipChildren();
    }
    return false;
  }

  private static @Nullable JsonParser open(ServiceSkeleton skeleton) throws IOException {
    InputStream contract = document(skeleton);
    return contract == null ? null : Json.FACTORY.createParser(contract);
  }

  /** The document that the compiler wrote for a service; null if there is none. */
  static @Nullable InputStream document(ServiceSkeleton skeleton) {
    String path = "/META-INF/callbox/" + nameOf(skeleton) + ".openrpc.json";
    return skeleton.getClass().getResourceAsStream(path);
  }

  private static String nameOf(ServiceSkeleton skeleton) {
    return skeleton.descriptor().name();
  }
}
