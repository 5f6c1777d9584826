package io.callbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.json.Numbers;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.RpcException.Details;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a response says of the server's time, and what happens where it says nonsense. */
final class ResponseTimesTest {

  private static final MethodDescriptor<Integer> MULTIPLY =
      MethodDescriptor.named("Arith", "multiply").returning(Numbers::readInt);
  private static final RequestId ID = RequestId.of("c-1");
  private static final CallTimes TIMES = new CallTimes(12_000, 345);

  private final List<CallTimes> told = new ArrayList<>();

  @Test
  void timesComeBeforeTheResult() throws Throwable {
    byte[] response =
        ScannedResponse.write(
            ID, TIMES.queuedMicros(), TIMES.ranMicros(), 56, (out, one) -> out.writeNumber(one));
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":\"c-1\",\"queuedMicros\":12000,\"ranMicros\":345,"
            + "\"result\":56}",
        new String(response, StandardCharsets.UTF_8));
    assertEquals("c-1", ResponseReader.idOf(Slice.of(response)));
    assertEquals(56, ResponseReader.read(Slice.of(response), MULTIPLY, told::add));
    assertEquals(List.of(TIMES), told);
  }

  @Test
  void timesComeBeforeTheError() throws IOException {
    Details details = new Details(StatusCode.APPLICATION, Executed.YES, false);
    byte[] response = EnvelopeWriter.error(ID, TIMES, new ErrorBody(details, "no"));
    RpcException failure =
        assertThrows(
            RpcException.class, () -> ResponseReader.read(Slice.of(response), MULTIPLY, told::add));
    assertEquals("no", failure.getMessage());
    assertEquals(List.of(TIMES), told);
  }

  @Test
  void timesAreToldEvenOfAResultThatCannotBeRead() {
    byte[] response = bytes("{\"ranMicros\":345,\"queuedMicros\":12000,\"result\":\"text\"}");
    assertThrows(
        RpcException.class, () -> ResponseReader.read(Slice.of(response), MULTIPLY, told::add));
    assertEquals(List.of(TIMES), told);
  }

  @Test
  void timesThatNobodyAsksForAreSkipped() throws Throwable {
    byte[] response =
        ScannedResponse.write(
            ID, TIMES.queuedMicros(), TIMES.ranMicros(), 56, (out, one) -> out.writeNumber(one));
    assertEquals(56, ResponseReader.read(Slice.of(response), MULTIPLY, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"id\":\"c-1\"",
        "\"queuedMicros\":1",
        "\"ranMicros\":1",
        "\"queuedMicros\":-1,\"ranMicros\":1",
        "\"queuedMicros\":1,\"ranMicros\":-9223372036854775808",
        "\"queuedMicros\":9223372036854775807,\"ranMicros\":1",
        "\"queuedMicros\":1,\"ranMicros\":99999999999999999999999999",
        "\"queuedMicros\":1.5,\"ranMicros\":1",
        "\"queuedMicros\":1e999,\"ranMicros\":1",
        "\"queuedMicros\":\"12\",\"ranMicros\":1",
        "\"queuedMicros\":null,\"ranMicros\":1",
        "\"queuedMicros\":true,\"ranMicros\":1",
        "\"queuedMicros\":{\"ranMicros\":1},\"ranMicros\":[{\"queuedMicros\":1}]",
        "\"queuedMicros\":1,\"ranMicros\":1,\"ranMicros\":[1]"
      })
  void missingOrInvalidTimesAreNotTold(String members) throws Throwable {
    byte[] response = bytes("{" + members + ",\"result\":56}");
    assertEquals(56, ResponseReader.read(Slice.of(response), MULTIPLY, told::add));
    assertEquals(List.of(), told);
  }

  @Test
  void nobodyLooksForThemBehindTheResult() throws Throwable {
    byte[] response = bytes("{\"result\":56,\"queuedMicros\":1,\"ranMicros\":1}");
    assertEquals(56, ResponseReader.read(Slice.of(response), MULTIPLY, told::add));
    assertEquals(List.of(), told);
  }

  @ParameterizedTest
  @CsvSource({"20, 7655", "12, 0", "0, 0"})
  void restIsWhatTheServerDidNotTake(long totalMillis, long restMicros) {
    assertEquals(restMicros * 1_000, TIMES.rest(Duration.ofMillis(totalMillis)).toNanos());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
