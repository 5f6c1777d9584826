/** Tests of services without a Redis, with a faulty network, or with a real Redis. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.callbox.testkit {
  requires transitive io.callbox.runtime;

  exports io.callbox.testkit;
  exports io.callbox.testkit.network;
  exports io.callbox.testkit.time;
}
