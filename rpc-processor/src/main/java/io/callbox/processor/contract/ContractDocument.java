package io.callbox.processor.contract;

import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.model.ToolModel;
import io.callbox.processor.model.TypeDocs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The contract of a service as an OpenRPC document. Its revision changes when the messages change,
 * and not with the documentation, the order of methods or the order of components.
 */
public final class ContractDocument {

  private static final String OPENRPC = "1.3.2";
  private static final int VERSION_LENGTH = 12;

  private final ServiceModel service;
  private final GeneratedNames names;
  private final TypeDocs docs;

  /** Creates the document of a service, with the documentation of its types. */
  public ContractDocument(ServiceModel service, TypeDocs docs) {
    this.service = service;
    this.names = new GeneratedNames(service);
    this.docs = docs;
  }

  /** Its path at run time. */
  public String path() {
    return "META-INF/callbox/" + service.wireName() + ".openrpc.json";
  }

  /** The whole document. */
  public String text() {
    Schemas schemas = new Schemas(service, names, docs);
    Map<String, Object> methods = new TreeMap<>();
    List<Object> inOrder = new ArrayList<>();
    for (MethodModel method : service.methods()) {
      Map<String, Object> described = described(method, schemas);
      inOrder.add(described);
      methods.put(method.wireName(), described);
    }
    Map<String, Object> components = Map.of("schemas", schemas.all(service.definitions()));
    String revision = revision(List.copyOf(methods.values()), components);
    JsonObject info =
        new JsonObject()
            .with("title", service.wireName())
            .with("version", revision.substring(0, VERSION_LENGTH))
            .withText("description", service.setting().docs().description());
    return JsonText.pretty(
        new JsonObject()
            .with("openrpc", OPENRPC)
            .with("info", info.members())
            .with("methods", inOrder)
            .with("components", components)
            .with("x-interface", service.name().qualified())
            .with("x-revision", revision)
            .members());
  }

  /** A hash of everything that affects messages. */
  private static String revision(List<Object> sortedMethods, Map<String, Object> components) {
    String canonical =
        JsonText.canonical(
            new JsonObject()
                .with("methods", sortedMethods)
                .with("components", components)
                .members());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // each Java platform must have it
    }
  }

  private Map<String, Object> described(MethodModel method, Schemas schemas) {
    JsonObject described = new MethodDocument(service, method, schemas).members();
    method.traits().tool().ifPresent(tool -> described.with("x-tool", new Said(of(tool))));
    return described.members();
  }

  private static Map<String, Object> of(ToolModel tool) {
    return new JsonObject()
        .withText("title", tool.title())
        .with("readOnly", tool.readOnly())
        .with("destructive", tool.destructive())
        .with("openWorld", tool.openWorld())
        .members();
  }
}
