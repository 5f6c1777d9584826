/** Figures of calls, as Micrometer meters. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.callbox.micrometer {
  requires transitive io.callbox.runtime;
  requires transitive micrometer.core;
  requires transitive micrometer.observation;
  requires static com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  exports io.callbox.micrometer;
}
