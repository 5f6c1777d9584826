package io.callbox.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that need a Redis: one Redis is started for the whole run. Each test has its own
 * namespace.
 *
 * <p>Parameters may be a remote interface or one of its generated stubs, which call any provider;
 * an {@code RpcChannel}; an {@code RpcNode} that only calls; {@code Nodes}, to start more; the
 * {@code RedisServer}; and the {@code Namespace} of the test's keys. Fields with {@link Serve} hold
 * skeletons, which a node {@code server} serves.
 *
 * <p>A node takes a second to close, so tests that do not change their nodes may share them. If a
 * field with {@link Serve} is static, or {@code @BeforeAll} has such parameters, all tests of the
 * class have one namespace and the same nodes, which are closed after the last test.
 *
 * <p>When a test fails, its failure shows the content of Redis: queues, taken lists, dead letters.
 * After each test, its own nodes are closed, and Redis is restored.
 *
 * <p>The tests of one class run one at a time. Tests of several classes that cut or pause the Redis
 * must also run one at a time.
 *
 * <pre>{@code
 * @CallboxTest
 * final class GreeterTest {
 *   @Serve final GreeterSkeleton greeter = new GreeterSkeleton(name -> "Hello, " + name);
 *
 *   @Test
 *   void greets(GreeterStub greeter) {
 *     assertEquals("Hello, world", greeter.greet("world"));
 *   }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CallboxExtension.class)
public @interface CallboxTest {}
