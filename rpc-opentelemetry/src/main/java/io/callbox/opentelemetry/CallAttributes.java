package io.callbox.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;

/** The attributes of a call's span beyond OpenTelemetry's conventions. */
final class CallAttributes {

  static final AttributeKey<String> NODE = AttributeKey.stringKey("callbox.node");
  static final AttributeKey<String> PEER = AttributeKey.stringKey("callbox.peer");
  static final AttributeKey<Long> QUEUED = AttributeKey.longKey("callbox.queued_ms");
  static final AttributeKey<Long> RAN = AttributeKey.longKey("callbox.ran_us");
  static final AttributeKey<String> STATUS = AttributeKey.stringKey("callbox.status");

  private CallAttributes() {}
}
