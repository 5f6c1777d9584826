/** The API for generated code. A jar of contracts needs only this module. */
@SuppressWarnings({"module", "requires-automatic", "requires-transitive-automatic"})
module io.callbox.api {
  requires transitive io.callbox.annotation;
  requires transitive com.fasterxml.jackson.core;
  requires transitive com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires static com.google.errorprone.annotations;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.callbox.internal.failure to
      io.callbox.runtime,
      io.callbox.gateway,
      io.callbox.testkit;
  exports io.callbox.internal.items to
      io.callbox.runtime;
  exports io.callbox.json;
  exports io.callbox.json.databind;
  exports io.callbox.log to
      io.callbox.runtime,
      io.callbox.cli,
      io.callbox.gateway;
  exports io.callbox.rpc;
}
