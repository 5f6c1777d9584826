/** Traces of calls, as OpenTelemetry spans. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.callbox.opentelemetry {
  requires transitive io.callbox.runtime;
  requires transitive io.opentelemetry.api;
  requires io.opentelemetry.context;
  requires static transitive org.jspecify;

  exports io.callbox.opentelemetry;
}
