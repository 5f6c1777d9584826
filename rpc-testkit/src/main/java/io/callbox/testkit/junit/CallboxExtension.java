package io.callbox.testkit.junit;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcChannel;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.redis.QueueReport;
import io.callbox.testkit.redis.RedisBroker;
import io.callbox.testkit.redis.RedisCluster;
import io.callbox.testkit.redis.RedisSentinel;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * What stands behind {@link CallboxTest}, {@link WithCluster} and {@link WithSentinel}; public for
 * JUnit only. Safe for use by many threads.
 */
public final class CallboxExtension
    implements BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver,
        TestExecutionExceptionHandler {

  private static final ExtensionContext.Namespace STORE =
      ExtensionContext.Namespace.create(CallboxExtension.class);

  /** Made by JUnit. */
  public CallboxExtension() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    RedisBroker broker = broker(context);
    TestPlace place = TestPlace.on(broker);
    context.getStore(STORE).put(TestPlace.class, place);
    place.serve(ServedFields.of(context.getRequiredTestInstance()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestPlace place = context.getStore(STORE).remove(TestPlace.class, TestPlace.class);
    if (place != null) {
      place.broker().restore();
      place.nodes().close();
    }
  }

  /** Before anything is closed: what is in the queues says most. */
  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    TestPlace place = place(context);
    place.broker().restore();
    failure.addSuppressed(new WhatRedisHeld(QueueReport.of(place.broker(), place.namespace())));
    throw failure;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Nodes.class
        || type == RpcNode.class
        || type == RpcChannel.class
        || type == Namespace.class
        || RedisBroker.class.isAssignableFrom(type)
        || Stubs.isStub(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    TestPlace place = place(context);
    if (type.isInstance(place.broker())) {
      return place.broker();
    } else if (type == Nodes.class) {
      return place.nodes();
    } else if (type == RpcNode.class) {
      return place.nodes().client();
    } else if (type == RpcChannel.class) {
      return place.nodes().channelToAny();
    } else if (type == Namespace.class) {
      return Namespace.of(place.namespace());
    }
    return Stubs.create(type, place.nodes().channelToAny());
  }

  private static TestPlace place(ExtensionContext context) {
    TestPlace place = context.getStore(STORE).get(TestPlace.class, TestPlace.class);
    if (place == null) {
      throw new IllegalStateException("parameters are for tests and @BeforeEach, one per test");
    }
    return place;
  }

  /** One Redis for the run; a cluster or a sentinel for each class that asks for it. */
  private static RedisBroker broker(ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    ExtensionContext ofClass = context.getParent().orElse(context);
    if (test.isAnnotationPresent(WithCluster.class)) {
      return stored(ofClass, RedisCluster.class, RedisCluster::start);
    } else if (test.isAnnotationPresent(WithSentinel.class)) {
      return stored(ofClass, RedisSentinel.class, RedisSentinel::start);
    }
    return stored(context.getRoot(), RedisServer.class, RedisServer::start);
  }

  private interface Start<T> {
    T start();
  }

  /** The store closes what is in it at the end of its context. */
  private static <T extends RedisBroker> T stored(
      ExtensionContext context, Class<T> type, Start<T> start) {
    Store store = context.getStore(STORE);
    return type.cast(store.getOrComputeIfAbsent(type, absent -> start.start(), type));
  }
}
