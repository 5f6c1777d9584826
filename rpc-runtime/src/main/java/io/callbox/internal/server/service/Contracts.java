package io.callbox.internal.server.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.contract.model.JoinedContract;
import io.callbox.contract.model.JsonObject;
import io.callbox.contract.model.JsonTree;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code rpc.discover}: one OpenRPC document of this server's services, joined from
 * the documents that the compiler wrote. A service without a document, such as one written by hand,
 * is listed with its methods' names.
 */
public final class Contracts {

  private final String node;
  private final List<ServiceSkeleton> skeletons;

  public Contracts(String node, List<ServiceSkeleton> skeletons) {
    this.node = node;
    this.skeletons = skeletons;
  }

  /** Writes the contract of one service or of all. */
  public void write(JsonGenerator out, @Nullable String only) throws IOException {
    out.writeStartObject();
    out.writeStringField("openrpc", "1.3.2");
    out.writeObjectFieldStart("info");
    out.writeStringField("title", node);
    out.writeStringField("version", "1");
    out.writeEndObject();
    JoinedContract joined = new JoinedContract();
    for (ServiceSkeleton skeleton : skeletons) {
      if (only == null || only.equals(nameOf(skeleton))) {
        add(skeleton, joined);
      }
    }
    for (Map.Entry<String, Object> member : joined.members().entrySet()) {
      out.writeFieldName(member.getKey());
      out.writeRawValue(JsonTree.text(member.getValue()));
    }
    out.writeEndObject();
  }

  private static void add(ServiceSkeleton skeleton, JoinedContract joined) throws IOException {
    String service = nameOf(skeleton);
    String revision = ServiceCatalog.revision(skeleton);
    String text = text(skeleton);
    if (text == null) {
      joined.add(service, revision, names(skeleton));
    } else {
      joined.add(service, revision, JsonObject.of(JsonTree.parse(text), service));
    }
  }

  private static List<String> names(ServiceSkeleton skeleton) {
    return skeleton.descriptor().methods().stream().map(MethodDescriptor::fullName).toList();
  }

  /** Returns the document that the compiler wrote for a service; null if there is none. */
  static @Nullable String text(ServiceSkeleton skeleton) throws IOException {
    String path = "/META-INF/callbox/" + nameOf(skeleton) + ".openrpc.json";
    try (InputStream in = skeleton.getClass().getResourceAsStream(path)) {
      return in == null ? null : new String(in.readAllBytes(), UTF_8);
    }
  }

  private static String nameOf(ServiceSkeleton skeleton) {
    return skeleton.descriptor().name();
  }
}
