package io.callbox.processor.model;

import io.callbox.processor.model.ConstantHolders.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The names inside one marshaller: two methods for each type, parameter list and result, and a
 * constant for each method, exception and name on the wire. Each name is unique, whatever the names
 * of the user's types are. It remembers its names; the same order of requests gives the same names.
 * For one thread.
 */
public final class GeneratedNames {

  private final UniqueNames suffixes = new UniqueNames(List.of());
  private final UniqueNames calls = new UniqueNames(List.of());
  private final UniqueNames constants;
  private final Set<String> types;
  private final String service;
  private final ConstantHolders holders;
  private final Map<Object, String> given = new HashMap<>();

  /** Names for a service's marshaller. */
  public GeneratedNames(ServiceModel service) {
    TypeHeads heads = new TypeHeads(service);
    this.types = heads.types();
    this.holders = new ConstantHolders(service);
    this.constants = new UniqueNames(heads.all());
    this.service = constants.numbered("SERVICE");
    service.methods().forEach(this::constant);
    service.methods().forEach(this::params);
    service.methods().forEach(this::reserveResult);
    service.exceptions().forEach(this::suffix);
    service.definitions().forEach(definition -> suffix(definition.shape()));
  }

  /** The constant that describes the service: {@code SERVICE}. */
  public String service() {
    return service;
  }

  /** The constant that describes a method: {@code MULTIPLY}. */
  public String constant(MethodModel method) {
    return placed(
        "method " + method.wireName(), Kind.METHOD, 40, () -> Words.constant(method.wireName()));
  }

  /** The constant that describes an exception: {@code DIVIDE_BY_ZERO_EXCEPTION}. */
  public String constant(ExceptionModel exception) {
    return placed(
        "exception " + suffix(exception),
        Kind.EXCEPTION,
        40,
        () -> Words.constant(suffix(exception)));
  }

  /** The suffix after {@code read} for a method's parameters: {@code MultiplyParams}. */
  public String params(MethodModel method) {
    return once("params " + method.wireName(), suffixes, () -> freeParams(method));
  }

  private String freeParams(MethodModel method) {
    String wanted = Words.pascal(method.wireName()) + "Params";
    return types.contains(wanted) ? wanted + '_' : wanted;
  }

  /**
   * Reserves a name. Suffixes of types are also names of the contract's schemas, so the names that
   * are taken before them must not change.
   */
  private void reserveResult(MethodModel method) {
    suffixes.numbered(Words.pascal(method.wireName()) + "Result");
  }

  /** The suffix after {@code call} and {@code paramsOf} for a method: {@code Multiply}. */
  public String call(MethodModel method) {
    return once("call " + method.wireName(), calls, () -> Words.pascal(method.wireName()));
  }

  /**
   * The suffix after {@code read} and {@code write} for the results of a type, of all methods that
   * have such a result: {@code IntResult}.
   *
   * @param required whether the results are never {@code null}
   */
  public String result(TypeShape shape, boolean required) {
    return once(List.of("result", shape, required), suffixes, () -> shape.label() + "Result");
  }

  /**
   * The suffix after {@code read} and {@code write} for values of a type, and {@code null}: {@code
   * NullableQuotient}.
   */
  public String nullable(TypeShape shape) {
    return once(List.of("nullable", shape), suffixes, () -> "Nullable" + shape.label());
  }

  /** The constant for the results of a type: {@code QUOTIENT_RESULT}. */
  public String resultConstant(TypeShape shape, boolean required) {
    return placed(
        List.of("results", shape, required),
        Kind.RESULT,
        30,
        () -> Words.constant(shape.label()) + "_RESULT");
  }

  /** The suffix after {@code read} and {@code write} for an exception. */
  public String suffix(ExceptionModel exception) {
    return once(exception.type(), suffixes, () -> exception.type().simpleName());
  }

  /** The suffix after {@code read} and {@code write} for a type: {@code ListOfLine}. */
  public String suffix(TypeShape shape) {
    return once(shape, suffixes, shape::label);
  }

  /** The suffix after {@code read} for an enum that is the key of a map. */
  public String key(TypeShape shape) {
    return once("key " + suffix(shape), suffixes, () -> suffix(shape) + "Key");
  }

  /**
   * The names of the members that belong to a suffix: {@code QUOTIENT_MEMBERS}.
   *
   * @param number the number of members
   */
  public String members(String suffix, int number) {
    return placed(
        "members " + suffix,
        Kind.NAME,
        20 + 10 * number,
        () -> Words.constant(suffix) + "_MEMBERS");
  }

  /** The constant for a type that is left to databind: {@code BOX_DATABIND}. */
  public String databind(TypeShape shape) {
    return placed(
        "databind " + suffix(shape),
        Kind.NAME,
        30,
        () -> Words.constant(suffix(shape)) + "_DATABIND");
  }

  /** The constant for a name on the wire, ready to write: {@code QUOTIENT_FIELD}. */
  public String field(String wireName) {
    return placed("field " + wireName, Kind.NAME, 15, () -> Words.constant(wireName) + "_FIELD");
  }

  /**
   * Returns the nested class of the marshaller that has a constant; empty for the marshaller
   * itself.
   */
  public static String holder(String constant) {
    return constant.substring(0, Math.max(constant.indexOf('.'), 0));
  }

  /** A constant's name in its class. */
  public static String simple(String constant) {
    return constant.substring(constant.indexOf('.') + 1);
  }

  private String placed(Object key, Kind kind, int bytes, Supplier<String> wanted) {
    String known = given.get(key);
    if (known != null) {
      return known;
    }
    String name = holders.place(kind, bytes, constants.numbered(wanted.get()));
    given.put(key, name);
    return name;
  }

  private String once(Object key, UniqueNames names, Supplier<String> wanted) {
    String known = given.get(key);
    if (known != null) {
      return known;
    }
    String name = names.numbered(wanted.get());
    given.put(key, name);
    return name;
  }
}
