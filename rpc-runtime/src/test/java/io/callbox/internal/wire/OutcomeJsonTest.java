package io.callbox.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.callbox.rpc.StatusCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcome in a response that this program has written. */
final class OutcomeJsonTest {

  /** With the times of the call the response is scanned, without them it is parsed. */
  @ParameterizedTest
  @ValueSource(strings = {"6", "null", "{}", "{\"result\":{\"a\":[1,\"}\"]}}", "\"é \\\" ,}\""})
  void resultIsTheSameWhetherItIsScannedOrParsed(String json) throws IOException {
    for (long queuedMicros : new long[] {-1, 1}) {
      for (String id : new String[] {"a", "a\"b"}) {
        byte[] response =
            ScannedResponse.write(
                RequestId.of(id), queuedMicros, 2, json, (out, value) -> out.writeRawValue(value));
        OutcomeJson outcome = OutcomeJson.of(response);
        assertEquals(json, new String(outcome.json(), UTF_8));
        assertNull(outcome.status());
      }
    }
  }

  @Test
  void errorSaysWhy() {
    String head = "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"queuedMicros\":1,\"ranMicros\":2,";
    String error = "{\"code\":-32001,\"message\":\"away\"}";
    OutcomeJson outcome = OutcomeJson.of((head + "\"error\":" + error + '}').getBytes(UTF_8));
    assertEquals(error, new String(outcome.json(), UTF_8));
    assertEquals(StatusCode.of(-32001), outcome.status());
    assertEquals("away", outcome.message());
  }
}
