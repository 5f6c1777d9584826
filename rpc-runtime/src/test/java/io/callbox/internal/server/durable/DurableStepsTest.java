package io.callbox.internal.server.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What a step on the record of a durable call says when it fails. */
final class DurableStepsTest {

  /** A stage wraps what an earlier one has thrown; a user asks what that was. */
  @Test
  void reasonOfAFailedStepIsTheOneOfItsFirstStage() {
    RpcException away = new RpcException(StatusCode.UNAVAILABLE, "Redis is away");
    assertEquals("Redis is away", DurableSteps.reason(away));
    assertEquals("Redis is away", DurableSteps.reason(new CompletionException(away)));
    IllegalStateException odd = new IllegalStateException("odd");
    assertEquals(odd.toString(), DurableSteps.reason(new CompletionException(odd)));
  }
}
