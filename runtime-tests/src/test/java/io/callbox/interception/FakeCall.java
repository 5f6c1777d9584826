package io.callbox.interception;

import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.MethodDescriptor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A call that is nowhere, at a time of the test's choosing. */
record FakeCall(
    Side side,
    MethodDescriptor<?> method,
    String peer,
    Map<String, String> headers,
    String json,
    String replyTo,
    long brokerMillis)
    implements InterceptedCall {

  static FakeCall made(MethodDescriptor<?> method, long at) {
    return new FakeCall(
        Side.CLIENT, method, "server", new HashMap<>(), "{\"line\":\"x\"}", "replies:client:1", at);
  }

  static FakeCall served(MethodDescriptor<?> method, long at) {
    return made(method, at).servedAt(at);
  }

  FakeCall servedAt(long at) {
    return new FakeCall(Side.SERVER, method, "client", headers, json, replyTo, at);
  }

  FakeCall with(String otherJson) {
    return new FakeCall(side, method, peer, headers, otherJson, replyTo, brokerMillis);
  }

  FakeCall with(MethodDescriptor<?> otherMethod) {
    return new FakeCall(side, otherMethod, peer, headers, json, replyTo, brokerMillis);
  }

  FakeCall answeredOn(String otherList) {
    return new FakeCall(side, method, peer, headers, json, otherList, brokerMillis);
  }

  FakeCall from(String otherPeer) {
    return new FakeCall(side, method, otherPeer, headers, json, replyTo, brokerMillis);
  }

  @Override
  public String node() {
    return side == Side.CLIENT ? "client" : "server";
  }

  @Override
  public String id() {
    return "1";
  }

  @Override
  public String replyTo() {
    return replyTo;
  }

  @Override
  public void addHeader(String name, String value) {
    headers.put(name, value);
  }

  @Override
  public Instant deadline() {
    return null;
  }

  @Override
  public Duration queued() {
    return null;
  }

  @Override
  public byte[] params() {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
