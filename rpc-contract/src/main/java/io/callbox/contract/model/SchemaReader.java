package io.callbox.contract.model;

import io.callbox.contract.model.Member.Use;
import io.callbox.contract.model.Schema.Anything;
import io.callbox.contract.model.Schema.Checked;
import io.callbox.contract.model.Schema.Choice;
import io.callbox.contract.model.Schema.Elements;
import io.callbox.contract.model.Schema.Entries;
import io.callbox.contract.model.Schema.Named;
import io.callbox.contract.model.Schema.Null;
import io.callbox.contract.model.Schema.Nullable;
import io.callbox.contract.model.Schema.Numeric;
import io.callbox.contract.model.Schema.Structure;
import io.callbox.contract.model.Schema.Tag;
import io.callbox.contract.model.Schema.Text;
import io.callbox.contract.model.Schema.Truth;
import io.callbox.contract.model.Schema.Union;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads JSON Schemas of the forms that the compiler writes; all others are {@link Anything}. */
final class SchemaReader {

  private static final int MOST_DIGITS = 400;
  private static final String REFERENCE = "#/components/schemas/";

  /** Returns all types, by the names that references use. */
  Map<String, Schema> all(JsonObject described) {
    Map<String, Schema> types = new LinkedHashMap<>();
    described.members().keySet().forEach(name -> types.put(name, read(described.object(name))));
    return types;
  }

  Member parameter(JsonObject described) {
    String name =
        described
            .text("name")
            .orElseThrow(() -> new ContractFormatException(described.path() + " has no name"));
    return member(name, described.object("schema"), described.isTrue("required"));
  }

  Schema read(JsonObject schema) {
    Schema value = unchecked(schema);
    boolean refusable = schema.isTrue("x-checked") && !(value instanceof Structure);
    return refusable ? new Checked(value) : value;
  }

  private Schema unchecked(JsonObject schema) {
    Optional<String> reference = schema.text("$ref");
    if (reference.isPresent()) {
      return new Named(reference.get().replace(REFERENCE, ""));
    } else if (schema.has("anyOf")) {
      return anyOf(schema);
    } else if (schema.has("oneOf")) {
      return union(schema);
    } else if (schema.has("enum")) {
      return choice(schema);
    }
    return switch (schema.text("type").orElse("")) {
      case "null" -> new Null();
      case "boolean" -> new Truth();
      case "integer", "number" -> numeric(schema);
      case "string" -> text(schema);
      case "array" -> new Elements(read(schema.object("items")), schema.isTrue("x-set"));
      case "object" -> object(schema);
      default -> new Anything(schema.text("x-databind"));
    };
  }

  /** Returns a type that may be null; or a floating number, of which some values are texts. */
  private Schema anyOf(JsonObject schema) {
    List<Schema> choices = schema.objects("anyOf").stream().map(this::read).toList();
    Schema first = choices.isEmpty() ? new Anything(Optional.empty()) : choices.get(0);
    boolean nullable = choices.stream().anyMatch(Null.class::isInstance);
    return nullable ? new Nullable(first) : first;
  }

  /**
   * Returns a union. The discriminator's mapping contains the tags; without it, nothing is known.
   */
  private Schema union(JsonObject schema) {
    JsonObject discriminator = schema.object("discriminator");
    Map<String, Schema> subtypes = new LinkedHashMap<>();
    JsonObject mapping = discriminator.object("mapping");
    for (String tag : mapping.members().keySet()) {
      subtypes.put(tag, new Named(mapping.text(tag).orElse("").replace(REFERENCE, "")));
    }
    return discriminator
        .text("propertyName")
        .<Schema>map(property -> new Union(property, subtypes))
        .orElse(new Anything(Optional.empty()));
  }

  private static Schema choice(JsonObject schema) {
    Map<String, String> aliases = new LinkedHashMap<>();
    JsonObject described = schema.object("x-constant-aliases");
    described
        .members()
        .keySet()
        .forEach(alias -> aliases.put(alias, described.text(alias).orElse("")));
    return new Choice(schema.texts("enum"), aliases, schema.text("x-default"));
  }

  private static Schema numeric(JsonObject schema) {
    boolean whole = schema.text("type").orElse("").equals("integer");
    return new Numeric(
        schema.text("x-type").orElse(whole ? "integer" : "number"),
        whole,
        bound(schema, "minimum"),
        bound(schema, "maximum"),
        schema.isTrue("x-codes"));
  }

  private static Optional<BigDecimal> bound(JsonObject schema, String name) {
    return schema
        .member(name, Number.class, "a number")
        .map(number -> bound(name, new BigDecimal(number.toString())));
  }

  /**
   * Returns a bound. More digits than any number has are an attack: they would be written out for
   * the comparison.
   */
  private static BigDecimal bound(String name, BigDecimal value) {
    if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS) {
      throw new ContractFormatException("'" + name + "' is no number that a Java type may have");
    }
    return value;
  }

  private static Schema text(JsonObject schema) {
    boolean encoded = schema.text("contentEncoding").isPresent();
    return new Text(
        schema.text("x-type").orElse(encoded ? "byte[]" : "String"), schema.isTrue("x-codes"));
  }

  private Schema object(JsonObject schema) {
    if (!schema.has("properties")) {
      Schema keys =
          schema.has("propertyNames")
              ? read(schema.object("propertyNames"))
              : new Text("String", false);
      return new Entries(keys, read(schema.object("additionalProperties")));
    }
    Set<String> required = new LinkedHashSet<>(schema.texts("required"));
    Map<String, Member> members = new LinkedHashMap<>();
    Optional<Tag> tag = Optional.empty();
    JsonObject properties = schema.object("properties");
    for (String name : properties.members().keySet()) {
      JsonObject property = properties.object(name);
      Optional<String> constant = property.text("const");
      if (constant.isPresent()) {
        tag = Optional.of(new Tag(name, constant.get()));
      } else {
        members.put(name, member(name, property, required.contains(name)));
      }
    }
    return new Structure(members, tag, schema.isTrue("x-checked"));
  }

  private Member member(String name, JsonObject schema, boolean needed) {
    Use use =
        schema.isTrue("readOnly")
            ? Use.WRITTEN_ONLY
            : schema.isTrue("writeOnly") ? Use.READ_ONLY : Use.BOTH;
    return new Member(
        name, read(schema), schema.texts("x-aliases"), needed, use, schema.isTrue("x-omitted"));
  }
}
