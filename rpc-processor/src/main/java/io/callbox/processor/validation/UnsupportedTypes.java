package io.callbox.processor.validation;

import io.callbox.processor.reading.TypeForm.Reason;
import javax.lang.model.type.TypeMirror;

/** Says why a type cannot travel, and which could. */
final class UnsupportedTypes {

  private final ValidationReport report;

  UnsupportedTypes(ValidationReport report) {
    this.report = report;
  }

  void add(Reason reason, TypeMirror type, Place place) {
    String is = place.path() + " is " + type;
    switch (reason) {
      case OBJECT ->
          add(
              ProblemCode.OBJECT,
              place,
              is + ", which may be anything; name the type that travels, a record for example");
      case RAW ->
          add(
              ProblemCode.RAW_TYPE,
              place,
              is + " without type arguments; name what it holds, List<String> for example");
      case WILDCARD ->
          add(
              ProblemCode.WILDCARD,
              place,
              is + ", a wildcard, which does not say what is read; name the type itself");
      case INTERFACE ->
          add(
              ProblemCode.INTERFACE_TYPE,
              place,
              is
                  + ", an interface that does not say what implements it; use a record, or one of"
                  + " List, Set, Map and Optional");
      case CLASS ->
          add(
              ProblemCode.UNSUPPORTED_CLASS,
              place,
              is
                  + ", a class that does not say what travels; use a record with the same members, or give"
                  + " it a constructor without parameters, getters and setters");
      case SUBTYPE ->
          add(
              ProblemCode.UNKNOWN_SUBTYPE,
              place,
              is
                  + ", of which a subtype has type parameters of its own; give it none but those of "
                  + "its supertype");
      case DATABOUND_SUBTYPE ->
          add(
              ProblemCode.DATABOUND_SUBTYPE,
              place,
              is
                  + ", of which a subtype is no plain object or is left to Jackson's databind, which"
                  + " does not know the subtypes; name them with @JsonTypeInfo and @JsonSubTypes");
      case CLASS_BY_NAME ->
          add(
              ProblemCode.CLASS_BY_NAME,
              place,
              is
                  + ", which uses @JsonTypeInfo with names of classes, so that a message would choose"
                  + " what is made; use = JsonTypeInfo.Id.NAME, and name the subtypes with"
                  + " @JsonSubTypes");
      case INNER_CLASS ->
          add(
              ProblemCode.INNER_CLASS,
              place,
              is + ", an inner class, which needs an outer instance; make it a static record");
      case FUTURE ->
          add(
              ProblemCode.FUTURE_INSIDE,
              place,
              is + ", but only a method's result itself can be a future; name the value's type");
      case NOTHING ->
          add(ProblemCode.NOTHING_INSIDE, place, is + ", which has no value; leave it out");
      case UNRESOLVED -> report.undecided();
      case VARIABLE -> {} // reported where it is declared, on the interface
    }
  }

  private void add(ProblemCode code, Place place, String message) {
    report.add(code, place.element(), message);
  }
}
