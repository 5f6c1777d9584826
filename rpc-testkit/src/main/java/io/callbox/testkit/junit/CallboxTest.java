package io.callbox.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that need a Redis: one is started for all of a run. Each test has a namespace of its own.
 *
 * <p>Parameters may be a remote interface or a generated stub of it, synchronous or not, which
 * calls whoever serves; an {@code RpcChannel}; an {@code RpcNode} that only calls; {@code Nodes},
 * to start more; the {@code RedisServer}; and the {@code Namespace} that the test's keys are in.
 * Fields with {@link Serve} hold skeletons, which a node {@code server} serves.
 *
 * <p>A node takes a second to close. So tests that leave theirs as they were may share them: if a
 * field with {@link Serve} is static, or {@code @BeforeAll} has such parameters, all tests of the
 * class have one namespace and the same nodes, which are closed after the last.
 *
 * <p>When a test fails, its failure shows what Redis held: queues, taken lists, dead letters. After
 * each test its own nodes are closed, and Redis is put in order again.
 *
 * <p>Tests of one class run one at a time; so must those of several that cut or pause the Redis.
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
