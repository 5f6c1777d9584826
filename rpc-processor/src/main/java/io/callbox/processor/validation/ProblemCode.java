package io.callbox.processor.validation;

import java.util.Locale;
import java.util.Set;

/**
 * The mistakes that can be made in a contract. Numbers are stable: a retired one is not used again.
 * Each has a section in {@code docs/errors.md}.
 */
public enum ProblemCode {
  NOT_AN_INTERFACE(1, "@RemoteService on something that is not an interface"),
  INACCESSIBLE_SERVICE(2, "A private interface"),
  GENERIC_SERVICE(3, "A generic interface"),
  BAD_SERVICE_NAME(4, "A malformed service name"),
  RESERVED_SERVICE_NAME(5, "A reserved service name"),
  BAD_METHOD_NAME(6, "A malformed method name"),
  OVERLOAD(7, "Overloads with the same name on the wire"),
  DUPLICATE_METHOD_NAME(8, "Two methods with the same name on the wire"),
  AMBIGUOUS_METHOD(9, "The same method inherited twice"),
  RESERVED_METHOD(10, "A method that stubs have themselves"),
  GENERIC_METHOD(11, "A generic method"),
  SUSPEND_FUNCTION(12, "A suspend function"),
  LOCAL_METHOD(13, "An annotation on a method that stays local"),
  BAD_TIMEOUT(14, "A malformed timeout"),
  ONE_WAY_RESULT(15, "A one-way method with a result"),
  ONE_WAY_EXCEPTION(16, "A one-way method with exceptions"),
  UNKNOWN_PARAMETER_NAME(17, "A parameter whose name was lost"),
  BAD_PARAMETER_NAME(18, "A malformed parameter name"),
  DUPLICATE_PARAMETER_NAME(19, "Two parameters with the same name on the wire"),
  OBJECT(20, "Object"),
  RAW_TYPE(21, "A raw type"),
  WILDCARD(22, "A wildcard"),
  INTERFACE_TYPE(23, "An interface without known subtypes"),
  UNSUPPORTED_CLASS(24, "A class that is not supported"),
  INNER_CLASS(25, "An inner class"),
  FUTURE_INSIDE(26, "A future that is not a result"),
  NOTHING_INSIDE(27, "Void that is not a result"),
  MAP_KEY(28, "A map key that is not supported"),
  INACCESSIBLE_TYPE(29, "A type that generated code cannot see"),
  ENDLESS_TYPE(30, "A type that has no end"),
  TOO_MANY_MEMBERS(31, "Too many members"),
  UNSORTABLE(32, "A sorted collection of what has no order"),
  DUPLICATE_MEMBER(33, "Two members with the same name on the wire"),
  LEFT_TO_DATABIND(34, "A type that is left to databind"),
  UNKNOWN_SUBTYPE(35, "A generic subtype whose arguments are not known"),
  DATABOUND_SUBTYPE(36, "A subtype that cannot say what it is"),
  CLASS_BY_NAME(37, "A message that would choose a class"),
  HIDDEN_CONSTRUCTOR(38, "A class that generated code cannot make"),
  LOST(39, "A class that would lose what it holds"),
  BROAD_EXCEPTION(40, "An exception that is too general"),
  UNREBUILDABLE_EXCEPTION(41, "An exception that cannot be rebuilt"),
  DUPLICATE_EXCEPTION(42, "Two exceptions with the same id"),
  DUPLICATE_SERVICE(43, "Two services with the same name"),
  SEALED_SERVICE(44, "A sealed interface"),
  UNSAYABLE_NAME(45, "A name that is none in Java"),
  FOREIGN_ANNOTATION(46, "An annotation of Jackson's where it has no effect"),
  GENERIC_MEMBER(47, "A member whose type its caller chooses"),
  DUPLICATE_CLASS(48, "A generated class that exists already"),
  HIDING_NAME(49, "A name that hides what generated code mentions"),
  DURABLE_ONE_WAY(52, "A durable method without a result to keep"),
  BAD_DURATION(53, "A malformed duration"),
  BAD_ATTEMPTS(54, "A number of attempts that cannot be"),
  STREAM_INSIDE(55, "A stream that is not a result"),
  DURABLE_STREAM(56, "A durable method that gives a stream"),
  STRAY_ANNOTATION(57, "An annotation that nothing reads"),
  UNKNOWN_OPTION(50, "An option that does not exist"),
  BAD_OPTION(51, "A malformed option");

  private static final Set<ProblemCode> WARNINGS =
      Set.of(LEFT_TO_DATABIND, STRAY_ANNOTATION, UNKNOWN_OPTION);

  private final int number;
  private final String title;

  ProblemCode(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** The code at the start of messages and in the documentation: {@code RPC001}. */
  public String id() {
    return String.format(Locale.ROOT, "RPC%03d", number);
  }

  /** Returns whether the compilation fails: always if the user has set the strict option. */
  public boolean fails(boolean strict) {
    return strict || !WARNINGS.contains(this);
  }

  /** Returns the mistake in a few words. */
  public String title() {
    return title;
  }
}
