package io.callbox.processor.validation;

import com.google.auto.common.MoreTypes;
import io.callbox.processor.reading.Mirrors;
import io.callbox.processor.reading.TypeForm.Unsupported;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Explains why a type cannot travel, and which type could. */
final class UnsupportedTypes {

  private final ValidationReport report;
  private final Advice advice;

  UnsupportedTypes(ValidationReport report, Mirrors mirrors) {
    this.report = report;
    this.advice = new Advice(mirrors);
  }

  void add(Unsupported unsupported, TypeMirror type, Place place) {
    String is = place.path() + " is " + type;
    String detail = unsupported.detail();
    switch (unsupported.reason()) {
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
              is
                  + ", a wildcard, which does not say what is read; "
                  + (Mirrors.isOfKotlin(place.element())
                      ? "Kotlin writes it: put @JvmSuppressWildcards on the interface or the class"
                      : "name the type itself"));
      case INTERFACE ->
          addWithAdvice(
              ProblemCode.INTERFACE_TYPE,
              type,
              place,
              is + ", an interface that does not say what implements it",
              Mirrors.isOfKotlin(MoreTypes.asElement(type))
                  ? "@JsonTypeInfo and @JsonSubTypes on it: kapt does not show what is sealed"
                  : "a record, or one of List, Set, Map and Optional");
      case CLASS ->
          addWithAdvice(
              ProblemCode.UNSUPPORTED_CLASS,
              type,
              place,
              is
                  + ", a class that does not say what travels"
                  + (detail.isEmpty() ? "" : ": " + detail),
              "a record with the same members, or give it a constructor without parameters, getters"
                  + " and setters");
      case VALUE_CLASS ->
          add(
              ProblemCode.UNSUPPORTED_CLASS,
              place,
              is
                  + ", a value class of Kotlin's, which only Kotlin can make; use what it holds, or a"
                  + " data class");
      case HIDDEN_CONSTRUCTOR ->
          add(
              ProblemCode.HIDDEN_CONSTRUCTOR,
              place,
              is
                  + ", whose constructors generated code in this package cannot call; make one public"
                  + " (Lombok: @AllArgsConstructor beside @Builder), mark a public static method"
                  + " with @JsonCreator, or move the class into this package");
      case LOST_NAMES ->
          add(
              ProblemCode.UNSUPPORTED_CLASS,
              place,
              is
                  + ", a class that does not say what travels: the names of its constructor's"
                  + " parameters were lost when it was compiled; compile it with -parameters, or name"
                  + " them with @JsonProperty");
      case LOST -> add(ProblemCode.LOST, place, is + ", " + lost(detail));
      case GENERIC_MEMBER ->
          add(
              ProblemCode.GENERIC_MEMBER,
              place,
              is
                  + ", a type parameter of the method itself, so that it has no type of its own; name"
                  + " the type, or keep it back with @JsonIgnore");
      case UNSAYABLE ->
          add(
              ProblemCode.UNSAYABLE_NAME,
              place,
              is
                  + ", in which '"
                  + detail
                  + "' is no name in Java, so that generated code cannot mention it; choose another,"
                  + " or if it is of Kotlin's value classes, use what they hold");
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
      case FUTURE -> addFuture(place, is);
      case STREAM ->
          add(
              ProblemCode.STREAM_INSIDE,
              place,
              is
                  + ", but only a method's result itself can be a stream; use java.util.List, or give"
                  + " the stream by a method of its own");
      case NOTHING ->
          add(ProblemCode.NOTHING_INSIDE, place, is + ", which has no value; leave it out");
      case UNRESOLVED -> report.undecided();
      case VARIABLE -> {} // reported where it is declared, on the interface
    }
  }

  private static String lost(String detail) {
    String remedy =
        "; give it public getters and setters (getX and setX), or use a record; mark what is not"
            + " to travel transient or @JsonIgnore";
    return detail.isEmpty()
        ? "a class of which nothing would travel" + remedy
        : detail.startsWith("what its subclasses")
            ? "a sealed class of which " + detail + " would be lost; make it abstract"
            : "a class of which " + detail + " would be lost on the way" + remedy;
  }

  private void addWithAdvice(
      ProblemCode code, TypeMirror type, Place place, String problem, String otherwise) {
    Optional<String> known = advice.insteadOf(type, place.isResult());
    if (known.filter(Advice.LATER::equals).isEmpty()) {
      add(code, place, problem + "; use " + known.orElse(otherwise));
    } else if (place.isResult()) {
      add(code, place, problem + "; return a CompletableFuture");
    } else {
      addFuture(place, place.path() + " is " + type);
    }
  }

  private void addFuture(Place place, String is) {
    add(
        ProblemCode.FUTURE_INSIDE,
        place,
        is + ", but only a method's result itself can be a future; name the value's type");
  }

  private void add(ProblemCode code, Place place, String message) {
    report.add(code, place.element(), message);
  }
}
