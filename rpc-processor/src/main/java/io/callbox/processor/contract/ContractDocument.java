package io.callbox.processor.contract;

import io.callbox.processor.model.Docs;
import io.callbox.processor.model.ExceptionModel;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ServiceModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contract of a service as an OpenRPC document. Its revision changes with what travels, and not
 * with what is said of it.
 */
public final class ContractDocument {

  private static final String OPENRPC = "1.3.2";
  private static final int APPLICATION = -32000;

  private final ServiceModel service;
  private final Schemas schemas;

  /** The document of a service. */
  public ContractDocument(ServiceModel service) {
    this.service = service;
    this.schemas = new Schemas(new GeneratedNames(service));
  }

  /** Where it is found at run time. */
  public String path() {
    return "META-INF/callbox/" + service.wireName() + ".openrpc.json";
  }

  /** The whole document. */
  public String text() {
    String revision = revision();
    JsonObject info =
        new JsonObject()
            .with("title", service.wireName())
            .with("version", revision.substring(0, 12))
            .withText("description", service.setting().docs().text());
    return JsonText.pretty(
        new JsonObject()
            .with("openrpc", OPENRPC)
            .with("info", info.members())
            .with("methods", methods(true))
            .with("components", components())
            .with("x-revision", revision)
            .members());
  }

  /** A hash of all that travels. */
  private String revision() {
    String canonical =
        JsonText.canonical(
            new JsonObject()
                .with("methods", methods(false))
                .with("components", components())
                .members());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every platform has it
    }
  }

  private Map<String, Object> components() {
    return Map.of("schemas", schemas.all(service.definitions()));
  }

  private List<Map<String, Object>> methods(boolean documented) {
    return service.methods().stream()
        .map(method -> method(method, documented ? method.traits().docs() : Docs.NONE))
        .toList();
  }

  private Map<String, Object> method(MethodModel method, Docs docs) {
    JsonObject described =
        new JsonObject()
            .with("name", service.wireName() + "." + method.wireName())
            .withText("description", docs.text())
            .with("paramStructure", "either")
            .with(
                "params", method.parameters().stream().map(each -> parameter(each, docs)).toList());
    if (!method.oneWay()) {
      described.with("result", result(method, docs));
    }
    if (!method.exceptions().isEmpty()) {
      described.with("errors", method.exceptions().stream().map(this::error).toList());
    }
    method.traits().timeout().ifPresent(timeout -> described.with("x-timeout", timeout.toString()));
    return described
        .withMark("x-idempotent", method.traits().idempotent())
        .withMark("x-oneway", method.oneWay())
        .members();
  }

  private Map<String, Object> parameter(MemberModel parameter, Docs docs) {
    return new JsonObject()
        .with("name", parameter.wireName())
        .withText("description", docs.parameters().getOrDefault(parameter.name(), ""))
        .withMark("required", parameter.required())
        .with("schema", schemas.of(parameter.shape(), parameter.required()))
        .members();
  }

  private Map<String, Object> result(MethodModel method, Docs docs) {
    Map<String, Object> schema =
        method
            .returns()
            .result()
            .map(result -> schemas.of(result, method.traits().resultRequired()))
            .orElse(Map.of("type", "null"));
    return new JsonObject()
        .with("name", "result")
        .withText("description", docs.result())
        .with("schema", schema)
        .members();
  }

  private Map<String, Object> error(ExceptionModel exception) {
    JsonObject data =
        new JsonObject()
            .with("type", exception.id())
            .with(
                "details",
                schemas.object(exception.fields(), Optional.empty(), exception.fields().size()));
    return new JsonObject()
        .with("code", APPLICATION)
        .with("message", exception.id())
        .with("data", data.members())
        .members();
  }
}
