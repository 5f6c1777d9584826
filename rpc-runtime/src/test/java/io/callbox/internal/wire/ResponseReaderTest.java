package io.callbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.json.Numbers;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.RpcException.Details;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.DivideByZeroException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseReaderTest {

  private static final MethodDescriptor<Integer> DIVIDE =
      MethodDescriptor.named("Arith", "divide")
          .exceptions(DivideByZeroException.DECLARED)
          .returning(Numbers::readInt);
  private static final RequestId ID = RequestId.of("c-1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":\"c-1\",\"result\":56}",
        "{\"jsonrpc\":\"2.0\",\"result\":56,\"id\":\"c-1\"}",
        "{\"id\":\"c-1\",\"result\":56,\"error\":null,\"jsonrpc\":\"2.0\"}",
        "{\"error\":null,\"result\":56,\"id\":\"c\\u002d1\"}",
        " { \"x\" : [ {\"id\":\"no\"} ], \"id\" : \"c-1\" , \"y\" : {\"result\":1}, \"result\" : 56"
            + " } "
      })
  void membersAreFoundWhereverTheyAre(String response) throws Throwable {
    assertEquals("c-1", ResponseReader.idOf(Slice.of(bytes(response))));
    assertEquals(56, ResponseReader.read(Slice.of(bytes(response)), DIVIDE, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "with \"quotes\" and \\", "\u00fc\u20ac\ud83d\ude00", "\u0001\n", ""})
  void idsAreFoundWhateverTheirCharacters(String id) throws IOException {
    byte[] response =
        EnvelopeWriter.result(RequestId.of(id), null, 1, (out, one) -> out.writeNumber(one));
    assertEquals(id, ResponseReader.idOf(Slice.of(response)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"jsonrpc\":\"2.0\",\"id\":\"",
        "{\"jsonrpc\":\"2.0\",\"id\":\"c-1",
        "{\"jsonrpc\":\"2.0\",\"id\":\"c\\",
        "{\"jsonrpc\":\"2.0\",\"id\":17,\"result\":1}",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":1}",
        "{\"jsonrpc\":\"2.0\",\"result\":1}",
        "[{\"id\":\"c-1\"}]",
        "null",
        "garbage"
      })
  void responseWithoutStringIdHasNoId(String response) {
    assertNull(ResponseReader.idOf(Slice.of(bytes(response))));
  }

  @ParameterizedTest
  @EnumSource(StatusCode.class)
  void everyStatusArrivesAsItWasSent(StatusCode code) throws IOException {
    Details sent = new Details(code, Executed.UNKNOWN, true, "t", Duration.ofMillis(250));
    RpcException read =
        failure(EnvelopeWriter.error(ID, null, new ErrorBody(sent, "why \"\u00fc\"")));
    assertEquals(code, read.code());
    assertEquals(Executed.UNKNOWN, read.executed());
    assertTrue(read.retryable());
    assertEquals("t", read.type());
    assertEquals(Duration.ofMillis(250), read.retryAfter());
    assertEquals("why \"\u00fc\"", read.getMessage());
  }

  @ParameterizedTest
  @EnumSource(Executed.class)
  void whetherItRanArrivesAsItWasSent(Executed executed) throws IOException {
    Details sent = new Details(StatusCode.WORKER_LOST, executed, false);
    RpcException read = failure(EnvelopeWriter.error(ID, null, new ErrorBody(sent, "")));
    assertEquals(executed, read.executed());
    assertFalse(read.retryable());
    assertNull(read.type());
    assertNull(read.retryAfter());
  }

  @Test
  void declaredExceptionIsRebuiltAsItself() throws IOException {
    for (String message : new String[] {"7/0", null}) {
      byte[] response = error(new DivideByZeroException(message, 7));
      DivideByZeroException read =
          assertThrows(
              DivideByZeroException.class,
              () -> ResponseReader.read(Slice.of(response), DIVIDE, null));
      assertEquals(7, read.dividend());
      assertEquals(message, read.getMessage());
    }
  }

  @Test
  void declaredExceptionIsRebuiltWhateverTheOrder() {
    byte[] response =
        bytes(
            "{\"error\":{\"x\":{},\"data\":{\"details\":{\"y\":[],\"dividend\":7},\"z\":1,"
                + "\"type\":\"DivideByZero\"},\"message\":\"7/0\",\"code\":-32000},\"id\":\"c-1\"}");
    DivideByZeroException read =
        assertThrows(
            DivideByZeroException.class,
            () -> ResponseReader.read(Slice.of(response), DIVIDE, null));
    assertEquals(7, read.dividend());
    assertEquals("7/0", read.getMessage());
  }

  @Test
  void exceptionThatIsNotDeclaredStaysAnRpcException() throws IOException {
    MethodDescriptor<Integer> undeclared =
        MethodDescriptor.named("Arith", "divide").returning(Numbers::readInt);
    byte[] response = error(new DivideByZeroException("7/0", 7));
    RpcException read =
        assertThrows(
            RpcException.class, () -> ResponseReader.read(Slice.of(response), undeclared, null));
    assertEquals(StatusCode.APPLICATION, read.code());
    assertEquals("DivideByZero", read.type());
  }

  @Test
  void errorsOfOtherServersAreUnderstood() {
    RpcException bare =
        failure(bytes("{\"error\":{\"code\":-32601,\"message\":\"no\"},\"id\":\"1\"}"));
    assertEquals(StatusCode.UNIMPLEMENTED, bare.code());
    assertEquals(Executed.UNKNOWN, bare.executed());
    RpcException odd =
        failure(bytes("{\"id\":\"1\",\"error\":{\"code\":42,\"message\":null,\"data\":[1,{}]}}"));
    assertEquals(StatusCode.APPLICATION, odd.code());
    assertEquals(
        StatusCode.APPLICATION,
        failure(bytes("{\"error\":{\"data\":\"text\",\"message\":17}}")).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "[]",
        "null",
        "{\"id\":\"c-1\"}",
        "{\"result\":",
        "{\"result\":\"text\"}",
        "{\"result\":1.5}",
        "{\"result\":99999999999}",
        "{\"result\":null}",
        "{\"error\":17}",
        "{\"error\":{\"code\":1,",
        "{\"error\":{\"data\":{\"type\":\"DivideByZero\",\"details\":17}}}",
        "{\"error\":{\"data\":{\"type\":\"DivideByZero\",\"details\":{\"dividend\":\"x\"}}}}"
      })
  void responseThatCannotBeReadIsInternal(String response) {
    RpcException read = failure(bytes(response));
    assertEquals(StatusCode.INTERNAL, read.code());
    assertTrue(String.valueOf(read.getMessage()).startsWith("Arith.divide: "));
  }

  @Test
  void resultThatItsTypeRefusesIsInternal() {
    MethodDescriptor<Integer> picky =
        MethodDescriptor.named("Arith", "pick")
            .returning(
                in -> {
                  throw new IllegalArgumentException("the record's constructor says no");
                });
    RpcException read =
        assertThrows(
            RpcException.class,
            () -> ResponseReader.read(Slice.of(bytes("{\"result\":1}")), picky, null));
    assertEquals(StatusCode.INTERNAL, read.code());
    assertEquals(Executed.YES, read.executed());
  }

  private static byte[] error(DivideByZeroException thrown) throws IOException {
    Details details =
        new Details(StatusCode.APPLICATION, Executed.YES, false, "DivideByZero", null);
    String message = thrown.getMessage();
    return EnvelopeWriter.error(
        ID,
        null,
        new ErrorBody(
            details,
            message == null ? "" : message,
            ErrorBody.fieldsOf(DivideByZeroException.DECLARED, thrown)));
  }

  private static RpcException failure(byte[] response) {
    return assertThrows(
        RpcException.class, () -> ResponseReader.read(Slice.of(response), DIVIDE, null));
  }

  @Test
  void errorIsReadPastMembersOfAnotherShape() {
    String response =
        "{\"id\":1,\"error\":{\"message\":{\"code\":1},\"data\":{\"type\":[{}],\"executed\":\"no\"},"
            + "\"code\":-32003}}";
    RpcException read =
        assertThrows(
            RpcException.class, () -> ResponseReader.read(Slice.of(bytes(response)), DIVIDE, null));
    assertEquals(StatusCode.UNAVAILABLE, read.code());
    assertEquals(Executed.NO, read.executed());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
