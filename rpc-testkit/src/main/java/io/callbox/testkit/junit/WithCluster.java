package io.callbox.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Like {@link CallboxTest}, with a Redis Cluster of three masters for all tests of the class.
 * Parameters may be the {@code RedisCluster}, whose masters a test may cut off, pause, restart,
 * fill and fail over.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CallboxExtension.class)
public @interface WithCluster {}
