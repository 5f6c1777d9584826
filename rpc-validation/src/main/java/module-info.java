/** Checks arguments of calls against the constraints of Jakarta Bean Validation. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.callbox.validation {
  requires io.callbox.annotation;
  requires transitive io.callbox.runtime;
  requires transitive jakarta.validation;
  requires static transitive org.jspecify;

  exports io.callbox.validation;
}
