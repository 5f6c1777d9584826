/** Tests of services without a Redis, with a faulty network, or with a real Redis. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.callbox.testkit {
  requires transitive io.callbox.contract;
  requires transitive io.callbox.runtime;
  requires static com.google.errorprone.annotations;
  requires transitive static org.junit.jupiter.api;
  requires embedded.redis;

  exports io.callbox.testkit;
  exports io.callbox.testkit.contract;
  exports io.callbox.testkit.history;
  exports io.callbox.testkit.junit;
  exports io.callbox.testkit.network;
  exports io.callbox.testkit.process;
  exports io.callbox.testkit.redis;
  exports io.callbox.testkit.time;
}
