package io.callbox.testkit.junit;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.redis.QueueReport;
import io.callbox.testkit.redis.RedisBroker;
import io.callbox.testkit.redis.RedisCluster;
import io.callbox.testkit.redis.RedisSentinel;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * The JUnit extension of {@link CallboxTest}, {@link WithCluster} and {@link WithSentinel}; public
 * for JUnit only. Safe for use by many threads.
 */
public final class CallboxExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver,
        TestExecutionExceptionHandler {

  private static final ExtensionContext.Namespace STORE =
      ExtensionContext.Namespace.create(CallboxExtension.class);

  /** JUnit creates it. */
  public CallboxExtension() {}

  /** If static fields serve, all tests of the class share the same nodes. */
  @Override
  public void beforeAll(ExtensionContext context) {
    List<ServiceSkeleton> skeletons = ServedFields.ofAll(context.getRequiredTestClass());
    if (!skeletons.isEmpty()) {
      place(context).serve(skeletons);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    List<ServiceSkeleton> skeletons = ServedFields.ofOne(context.getRequiredTestInstance());
    boolean shared = classOf(context).getStore(STORE).get(TestPlace.class) != null;
    if (shared && !skeletons.isEmpty()) {
      throw new IllegalStateException("@Serve goes on static fields where tests share their nodes");
    }
    place(context).serve(skeletons);
  }

  /** JUnit's store then closes the nodes. */
  @Override
  public void afterEach(ExtensionContext context) {
    place(context).broker().restore();
  }

  /**
   * Handles a failure. It runs before anything is closed, because the content of the queues tells
   * most about the failure.
   */
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
    boolean known =
        type == Nodes.class
            || type == RpcNode.class
            || type == RpcChannel.class
            || type == Namespace.class
            || RedisBroker.class.isAssignableFrom(type)
            || Stubs.isStub(type);
    return known && parameter.getDeclaringExecutable() instanceof Method;
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

  /**
   * Returns the place of the class, if {@code @BeforeAll} or static fields have asked for one;
   * otherwise that of the test.
   */
  private static TestPlace place(ExtensionContext context) {
    Store store = context.getStore(STORE);
    return store.getOrComputeIfAbsent(
        TestPlace.class, absent -> TestPlace.on(broker(context)), TestPlace.class);
  }

  /** Returns the Redis of the run, or the cluster or sentinel of the class. */
  private static RedisBroker broker(ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    ExtensionContext ofClass = classOf(context);
    if (test.isAnnotationPresent(WithCluster.class)) {
      return stored(ofClass, RedisCluster.class, RedisCluster::start);
    } else if (test.isAnnotationPresent(WithSentinel.class)) {
      return stored(ofClass, RedisSentinel.class, RedisSentinel::start);
    }
    return stored(context.getRoot(), RedisServer.class, RedisServer::start);
  }

  private static ExtensionContext classOf(ExtensionContext context) {
    return context.getTestMethod().isEmpty()
        ? context
        : context.getParent().map(CallboxExtension::classOf).orElse(context);
  }

  private interface Start<T> {
    T start();
  }

  /** JUnit's store closes its content at the end of its context. */
  private static <T extends RedisBroker> T stored(
      ExtensionContext context, Class<T> type, Start<T> start) {
    Store store = context.getStore(STORE);
    return type.cast(store.getOrComputeIfAbsent(type, absent -> start.start(), type));
  }
}
