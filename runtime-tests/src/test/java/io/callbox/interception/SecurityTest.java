package io.callbox.interception;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.security.MethodRules;
import io.callbox.security.SignatureCheck;
import io.callbox.security.SignedCalls;
import io.callbox.security.UsedNonces;
import io.callbox.testing.Talk;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Signed calls and rules for methods, over a real Redis. */
@CallboxTest
@Timeout(60)
final class SecurityTest {

  private static final byte[] SECRET =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER =
      "another secret of 32 bytes in all".getBytes(StandardCharsets.UTF_8);
  private static final Map<String, byte[]> SECRETS = Map.of("billing", SECRET, "guest", OTHER);

  private static final AtomicReference<Map<String, String>> HEADERS = new AtomicReference<>();

  private static RpcNode signing;
  private static RpcNode plain;

  @BeforeAll
  static void start(Nodes nodes) {
    nodes.start(
        "server",
        node ->
            node.interceptServer(
                    SignatureCheck.of(SECRETS::get, UsedNonces.inMemory(), Duration.ofMinutes(2))
                        .covering("tenant"))
                .interceptServer(
                    MethodRules.forCallers(SignatureCheck::callerOf)
                        .allow("billing", "Talk.*")
                        .allow("guest", "Talk.repeat")),
        new Talk.Skeleton(
            line -> {
              HEADERS.set(CallContext.current().headers());
              return line;
            }));
    signing = nodes.start("client", node -> node.interceptClient(signedBy("billing", SECRET)));
    plain = nodes.start("plain");
  }

  private static Interceptor signedBy(String caller, byte[] secret) {
    return SignedCalls.with(caller, secret).covering("tenant");
  }

  private static RpcException refused(RpcNode from, CallOptions options, String line) {
    Talk.Stub talk = new Talk.Stub(from.channelTo("server"), options);
    return assertThrows(RpcException.class, () -> talk.say(line));
  }

  private static CallOptions copied(Map<String, String> headers) {
    CallOptions options = CallOptions.DEFAULT;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      options = options.withHeader(header.getKey(), header.getValue());
    }
    return options;
  }

  @Test
  void signedCallIsServed() {
    Talk.Stub talk = new Talk.Stub(signing.channelTo("server"));
    assertEquals("grüße", talk.say("grüße"));
    assertEquals("again", talk.sayAsync("again").join());
  }

  @Test
  void unsignedCallIsUnauthenticated() {
    RpcException refused = refused(plain, CallOptions.DEFAULT, "x");
    assertEquals(StatusCode.UNAUTHENTICATED, refused.code());
    assertTrue(refused.getMessage().contains("not signed"), refused.getMessage());
  }

  @Test
  void stolenSignatureIsOfNoUseToAnotherNode() {
    new Talk.Stub(signing.channelTo("server")).say("pay 1");
    CallOptions stolen = copied(HEADERS.get());
    assertTrue(refused(plain, stolen, "pay 1").getMessage().contains("does not fit"));
  }

  @Test
  void methodOutsideTheRulesIsDenied(Nodes nodes) throws Exception {
    RpcNode guest = nodes.start("guest", node -> node.interceptClient(signedBy("guest", OTHER)));
    assertEquals("x", new Talk.Stub(guest.channelTo("server")).repeat("x"));
    RpcException denied = refused(guest, CallOptions.DEFAULT, "x");
    assertEquals(StatusCode.PERMISSION_DENIED, denied.code());
  }

  @Test
  void unknownCallerIsUnauthenticatedByTheRules() {
    MethodRules rules = MethodRules.forCallers(SignatureCheck::callerOf).allowAll("Talk.repeat");
    FakeCall anonymous = FakeCall.served(Talk.SAY, 0);
    RpcException refused = assertThrows(RpcException.class, () -> rules.begin(anonymous));
    assertEquals(StatusCode.UNAUTHENTICATED, refused.code());
    assertDoesNotThrow(() -> rules.begin(FakeCall.served(Talk.REPEAT, 0)));
  }

  @Test
  void replayIsRefusedUnlessItsMethodIsIdempotent() {
    SignatureCheck check = check();
    FakeCall say = signed(FakeCall.made(Talk.SAY, 1_000));
    check.begin(say.servedAt(1_500));
    RpcException replayed =
        assertThrows(RpcException.class, () -> check.begin(say.servedAt(1_600)));
    assertTrue(replayed.getMessage().contains("has been used"), replayed.getMessage());
    FakeCall repeat = signed(FakeCall.made(Talk.REPEAT, 1_000));
    check.begin(repeat.servedAt(1_500));
    assertDoesNotThrow(() -> check.begin(repeat.servedAt(1_600)));
  }

  @Test
  void signatureThatMayHaveBeenUsedBeforeThisProcessBeganIsRefused() {
    FakeCall say = signed(FakeCall.made(Talk.SAY, 1_000));
    SignatureCheck restarted =
        SignatureCheck.of(SECRETS::get, UsedNonces.inMemory(), Duration.ofMinutes(2));
    RpcException replayed =
        assertThrows(RpcException.class, () -> restarted.begin(say.servedAt(61_000)));
    assertTrue(replayed.getMessage().contains("older than the memory"), replayed.getMessage());
    FakeCall repeat = signed(FakeCall.made(Talk.REPEAT, 1_000));
    assertDoesNotThrow(() -> restarted.begin(repeat.servedAt(61_000)));
    FakeCall later = signed(FakeCall.made(Talk.SAY, 61_000));
    assertDoesNotThrow(() -> restarted.begin(later.servedAt(61_000)));
  }

  @Test
  void signatureCountsForAWhileByTheBrokersClock() {
    FakeCall repeat = signed(FakeCall.made(Talk.REPEAT, 100_000));
    SignatureCheck check = check();
    assertDoesNotThrow(() -> check.begin(repeat.servedAt(110_000)));
    assertDoesNotThrow(() -> check.begin(repeat.servedAt(95_000)));
    assertThrows(RpcException.class, () -> check.begin(repeat.servedAt(110_001)));
    assertThrows(RpcException.class, () -> check.begin(repeat.servedAt(94_999)));
  }

  @Test
  void changedCallDoesNotFitItsSignature() {
    SignatureCheck check = check();
    FakeCall say = signed(FakeCall.made(Talk.SAY, 0)).servedAt(0);
    assertThrows(RpcException.class, () -> check.begin(say.with("{\"line\":\"other\"}")));
    assertThrows(RpcException.class, () -> check.begin(say.with(Talk.SAY_LATER)));
    assertThrows(RpcException.class, () -> check.begin(say.from("mallory")));
    assertThrows(RpcException.class, () -> check.begin(say.answeredOn("nodes:mallory:1")));
    assertThrows(RpcException.class, () -> check.covering("tenant").begin(say));
    assertDoesNotThrow(() -> check.begin(say));
  }

  private static SignatureCheck check() {
    Set<String> used = new HashSet<>(); // of all times: the test's clock is not this machine's
    return SignatureCheck.of(
        SECRETS::get, (nonce, keep) -> used.add(nonce), Duration.ofSeconds(10));
  }

  private static FakeCall signed(FakeCall call) {
    SignedCalls.with("billing", SECRET).begin(call);
    return call;
  }
}
