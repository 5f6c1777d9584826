package io.callbox.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;

/** What a span says of its call. Made once: a key made for each span is a cost for each call. */
final class Keys {

  static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("rpc.system");
  static final AttributeKey<String> SERVICE = AttributeKey.stringKey("rpc.service");
  static final AttributeKey<String> METHOD = AttributeKey.stringKey("rpc.method");
  static final AttributeKey<String> NODE = AttributeKey.stringKey("callbox.node");
  static final AttributeKey<String> PEER = AttributeKey.stringKey("callbox.peer");
  static final AttributeKey<Long> QUEUED = AttributeKey.longKey("callbox.queued_ms");
  static final AttributeKey<Long> RAN = AttributeKey.longKey("callbox.ran_us");
  static final AttributeKey<String> STATUS = AttributeKey.stringKey("callbox.status");
  static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private Keys() {}
}
