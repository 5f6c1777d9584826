package io.callbox.processor.contract;

import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.Definition;
import io.callbox.processor.model.Definition.BeanDefinition;
import io.callbox.processor.model.Definition.DataboundDefinition;
import io.callbox.processor.model.Definition.EnumDefinition;
import io.callbox.processor.model.Definition.RecordDefinition;
import io.callbox.processor.model.Definition.SealedDefinition;
import io.callbox.processor.model.Definition.ValueDefinition;
import io.callbox.processor.model.Docs;
import io.callbox.processor.model.ExceptionModel;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.Making.Refusal;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.NamedShape;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeDocs;
import io.callbox.processor.model.TypeShape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * JSON Schemas of the types that travel, with additional members for facts that matter for
 * compatibility and that JSON Schema cannot express.
 */
final class Schemas {

  private static final String REFERENCE = "#/components/schemas/";

  private final GeneratedNames names;
  private final Shapes shapes = new Shapes();
  private final Set<NamedShape> coded;
  private final TypeDocs docs;

  Schemas(ServiceModel service, GeneratedNames names, TypeDocs docs) {
    this.names = names;
    this.coded =
        service.definitions().stream()
            .filter(
                each -> each instanceof EnumDefinition constants && constants.code().isPresent())
            .map(Definition::shape)
            .collect(Collectors.toUnmodifiableSet());
    this.docs = docs;
  }

  /** The schema of a value that may be {@code null} unless it is required. */
  Map<String, Object> of(TypeShape shape, boolean required) {
    boolean never =
        shape instanceof PrimitiveShape
            || shape == StandardShape.JSON_NODE
            || (required && !isEmptyAsNull(shape));
    return never ? of(shape) : nullable(of(shape));
  }

  /** Returns whether {@code null} means an empty optional. */
  static boolean isEmptyAsNull(TypeShape shape) {
    return (shape instanceof StandardShape standard && standard.takesNull())
        || (shape instanceof ContainerShape container && container.isOptional());
  }

  private static Map<String, Object> nullable(Map<String, Object> schema) {
    return new JsonObject().with("anyOf", List.of(schema, Map.of("type", "null"))).members();
  }

  private Map<String, Object> of(TypeShape shape) {
    return shape.match(shapes);
  }

  /** The schema of a type of each kind. */
  private final class Shapes implements TypeShape.Cases<Map<String, Object>> {

    @Override
    public Map<String, Object> primitive(PrimitiveShape shape) {
      return ScalarSchemas.of(shape);
    }

    @Override
    public Map<String, Object> standard(StandardShape shape) {
      return ScalarSchemas.of(shape);
    }

    @Override
    public Map<String, Object> array(ArrayShape shape) {
      return ofArray(shape);
    }

    @Override
    public Map<String, Object> container(ContainerShape shape) {
      return shape.isOptional() ? of(shape.element()) : ofContainer(shape);
    }

    @Override
    public Map<String, Object> map(MapShape shape) {
      return ofMap(shape);
    }

    @Override
    public Map<String, Object> named(NamedShape shape) {
      return Map.of("$ref", reference(shape));
    }
  }

  private String reference(NamedShape shape) {
    return REFERENCE + names.suffix(shape);
  }

  private Map<String, Object> ofContainer(ContainerShape container) {
    JsonObject array = array(container.element(), container.kind().sorted());
    return array.withMark("x-set", container.kind().distinct()).members();
  }

  private Map<String, Object> ofMap(MapShape map) {
    JsonObject object = new JsonObject().with("type", "object");
    if (!map.keyIsText()) {
      object.with("propertyNames", key(map.key()));
    }
    return object.with("additionalProperties", of(map.value(), false)).members();
  }

  /** Returns the schema of keys. Keys are text for all types; only constants are listed. */
  private Map<String, Object> key(TypeShape key) {
    if (key instanceof StandardShape standard) {
      return ScalarSchemas.key(standard);
    }
    return coded.contains(key)
        ? new JsonObject().with("type", "string").with("x-codes", true).members()
        : of(key);
  }

  private Map<String, Object> ofArray(ArrayShape array) {
    if (array.component() == PrimitiveShape.BYTE) {
      return ScalarSchemas.bytes();
    }
    return array.component() == PrimitiveShape.CHAR
        ? Map.of("type", "string")
        : array(array.component(), false).members();
  }

  private JsonObject array(TypeShape element, boolean required) {
    return new JsonObject().with("type", "array").with("items", of(element, required));
  }

  /** All definitions by their names. */
  Map<String, Object> all(List<Definition> definitions) {
    JsonObject all = new JsonObject();
    definitions.forEach(definition -> all.with(names.suffix(definition.shape()), of(definition)));
    return all.members();
  }

  private Map<String, Object> of(Definition definition) {
    JavaName type = definition.shape().type();
    Docs said = docs.of(type);
    JsonObject schema =
        new JsonObject()
            .withSaid("title", type.simpleName())
            .withSaid("description", said.description());
    definition.match(new Description(said)).members().forEach(schema::with);
    return schema.withSaid("deprecated", said.deprecated().isPresent()).members();
  }

  /** The schema of a definition of each kind, with its documentation. */
  private final class Description implements Definition.Cases<JsonObject> {

    private final Docs said;

    Description(Docs said) {
      this.said = said;
    }

    @Override
    public JsonObject ofRecord(RecordDefinition record) {
      return new ObjectSchema(Schemas.this, said)
          .of(record)
          .withMark("x-checked", record.making().refusal() != Refusal.NONE);
    }

    @Override
    public JsonObject ofValue(ValueDefinition value) {
      return new JsonObject()
          .withAll(of(value.value().shape(), value.value().required()))
          .withMark("x-checked", value.making().refusal() != Refusal.NONE);
    }

    @Override
    public JsonObject ofDatabound(DataboundDefinition databound) {
      return new JsonObject().with("x-databind", databound.shape().type().qualified());
    }

    @Override
    public JsonObject ofBean(BeanDefinition bean) {
      return new ObjectSchema(Schemas.this, said).of(bean);
    }

    @Override
    public JsonObject ofSealed(SealedDefinition closed) {
      return union(closed);
    }

    @Override
    public JsonObject ofEnum(EnumDefinition constants) {
      return EnumSchemas.of(constants, said);
    }
  }

  private JsonObject union(SealedDefinition closed) {
    JsonObject mapping = new JsonObject();
    closed.subtypes().forEach(each -> mapping.with(each.tag(), reference(each.shape())));
    JsonObject discriminator =
        new JsonObject().with("propertyName", closed.property()).with("mapping", mapping.members());
    List<Map<String, Object>> subtypes =
        closed.subtypes().stream().map(each -> of((TypeShape) each.shape())).toList();
    return new JsonObject().with("oneOf", subtypes).with("discriminator", discriminator.members());
  }

  /** The fields of an exception: all are written, and those that cannot be null are required. */
  Map<String, Object> details(ExceptionModel exception) {
    return new ObjectSchema(this, docs.of(exception.type())).of(exception).members();
  }

  /** The documentation of an exception. */
  Docs docsOf(ExceptionModel exception) {
    return docs.of(exception.type());
  }
}
