package io.callbox.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration;
import org.springframework.boot.autoconfigure.data.redis.RedisConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** The node uses the Redis of Spring Data Redis, in Spring Boot 3. */
@AutoConfiguration(after = RedisAutoConfiguration.class)
@ConditionalOnClass(RedisConnectionDetails.class)
final class Boot3DataRedisAutoConfiguration {

  @Bean
  @Order(0)
  @ConditionalOnBean(RedisConnectionDetails.class)
  SpringRedis callboxDetailsRedis(RedisConnectionDetails details, Environment environment) {
    return new Boot3DetailsRedis(details, environment);
  }
}
