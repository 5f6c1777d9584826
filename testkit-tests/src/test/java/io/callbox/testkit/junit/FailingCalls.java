package io.callbox.testkit.junit;

import static org.junit.jupiter.api.Assertions.fail;

import io.callbox.testkit.service.LedgerStub;
import org.junit.jupiter.api.Test;

/** Fails when it is run, which only {@link FailureReportTest} does. */
@CallboxTest
final class FailingCalls {

  @Test
  void failsWithARequestInTheQueue(io.callbox.rpc.RpcChannel channel) {
    new LedgerStub(channel.waitForProvider()).log("nobody reads this");
    fail("on purpose");
  }
}
