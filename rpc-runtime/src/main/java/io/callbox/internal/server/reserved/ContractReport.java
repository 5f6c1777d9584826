package io.callbox.internal.server.reserved;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.contract.model.JoinedContract;
import io.callbox.contract.model.JsonObject;
import io.callbox.contract.model.JsonTree;
import io.callbox.internal.server.service.ServiceCatalog;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code rpc.discover}: one OpenRPC document of this server's services, joined from
 * the documents that the compiler wrote. A service without a document, such as one written by hand,
 * is listed with its methods' names.
 */
final class ContractReport {

  private final String node;
  private final List<ServiceSkeleton> skeletons;

  ContractReport(String node, List<ServiceSkeleton> skeletons) {
    this.node = node;
    this.skeletons = skeletons;
  }

  /** Writes the contract of one service or of all. */
  void write(JsonGenerator out, @Nullable String only) throws IOException {
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
    String text = ServiceCatalog.document(skeleton);
    if (text == null) {
      joined.add(service, revision, names(skeleton));
    } else {
      joined.add(service, revision, JsonObject.of(JsonTree.parse(text), service));
    }
  }

  private static List<String> names(ServiceSkeleton skeleton) {
    return skeleton.descriptor().methods().stream().map(MethodDescriptor::fullName).toList();
  }

  private static String nameOf(ServiceSkeleton skeleton) {
    return skeleton.descriptor().name();
  }
}
