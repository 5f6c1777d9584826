package io.callbox.processor.contract;

import io.callbox.annotation.Sync;
import io.callbox.processor.model.Docs;
import io.callbox.processor.model.ExceptionModel;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.MethodModel.DurableTraits;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.model.TypeShape;
import java.util.List;
import java.util.Map;

/** The OpenRPC description of a method. */
final class MethodDocument {

  private static final int APPLICATION = -32000;

  private final ServiceModel service;
  private final MethodModel method;
  private final Schemas schemas;
  private final Docs said;

  MethodDocument(ServiceModel service, MethodModel method, Schemas schemas) {
    this.service = service;
    this.method = method;
    this.schemas = schemas;
    this.said = method.traits().docs();
  }

  JsonObject members() {
    JsonObject described =
        new JsonObject()
            .with("name", service.wireName() + "." + method.wireName())
            .withSaid("summary", said.summary())
            .withSaid("description", said.description())
            .withSaid("deprecated", said.deprecated().isPresent())
            .with("paramStructure", "either")
            .with("params", method.parameters().stream().map(this::parameter).toList());
    if (!method.oneWay()) {
      described.with("result", result());
    }
    if (method.streams()) {
      described.with("x-stream", item());
    }
    if (!method.exceptions().isEmpty()) {
      described.with("errors", List.of(error()));
    }
    method.traits().timeout().ifPresent(timeout -> described.with("x-timeout", timeout.toString()));
    method.traits().durable().ifPresent(durable -> described.with("x-durable", durable(durable)));
    return described
        .withMark("x-idempotent", method.traits().idempotent())
        .withMark("x-oneway", method.oneWay());
  }

  private static Map<String, Object> durable(DurableTraits durable) {
    JsonObject described =
        new JsonObject()
            .with("keep", durable.keep().toString())
            .with("attempts", durable.attempts())
            .with("timeout", durable.timeout().toString());
    if (durable.sync() != Sync.NONE) {
      described.with("sync", durable.sync().name());
    }
    return described.members();
  }

  private Map<String, Object> parameter(MemberModel parameter) {
    boolean needed = parameter.required() && !Schemas.isEmptyAsNull(parameter.shape());
    return new JsonObject()
        .with("name", parameter.wireName())
        .withSaid("description", said.parameters().getOrDefault(parameter.name(), ""))
        .withMark("required", needed)
        .with("schema", schemas.of(parameter.shape(), parameter.required()))
        .members();
  }

  private Map<String, Object> item() {
    TypeShape item = method.returns().result().orElseThrow();
    return new JsonObject()
        .with("name", "item")
        .withSaid("description", said.result())
        .with("schema", schemas.of(item, true))
        .members();
  }

  /** Returns the description of the result. A stream ends with a response whose result is null. */
  private Map<String, Object> result() {
    Map<String, Object> schema =
        method
            .returns()
            .result()
            .filter(result -> !method.streams())
            .map(result -> schemas.of(result, method.traits().resultRequired()))
            .orElse(Map.of("type", "null"));
    return new JsonObject()
        .with("name", "result")
        .withSaid("description", method.streams() ? "" : said.result())
        .with("schema", schema)
        .members();
  }

  /**
   * Returns all declared exceptions as one error: OpenRPC requires each code to be unique, and all
   * exceptions have the same code on the wire. {@code data.type} distinguishes them.
   */
  private Map<String, Object> error() {
    JsonObject data =
        new JsonObject().with("oneOf", method.exceptions().stream().map(this::exception).toList());
    return new JsonObject()
        .with("code", APPLICATION)
        .with("message", "An exception that the method declares.")
        .with("data", data.members())
        .members();
  }

  private Map<String, Object> exception(ExceptionModel exception) {
    Docs type = schemas.docsOf(exception);
    String thrown = said.exception(exception.type());
    JsonObject properties =
        new JsonObject()
            .with("type", Map.of("const", exception.id()))
            .with("details", schemas.details(exception));
    return new JsonObject()
        .withSaid("description", thrown.isEmpty() ? type.description() : thrown)
        .withSaid("deprecated", type.deprecated().isPresent())
        .with("type", "object")
        .with("properties", properties.members())
        .with("required", List.of("type"))
        .members();
  }
}
