package io.callbox.interception;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.callbox.node.RpcNode;
import io.callbox.security.SignatureCheck;
import io.callbox.testing.Talk;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/**
 * A node in a process of its own that serves signed calls, and shares what it remembers of them.
 */
final class GuardedProcess {

  static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);

  private GuardedProcess() {}

  /** Arguments: where Redis is, the node's id. */
  public static void main(String[] args) throws InterruptedException {
    Config config = new Config();
    config.useSingleServer().setAddress(args[0]);
    RedissonClient redisson = Redisson.create(config);
    RpcNode node =
        RpcNode.builder(args[1])
            .redis(args[0])
            .interceptServer(
                SignatureCheck.of(
                    Map.of("billing", SECRET)::get,
                    DocumentedInterceptorsTest.sharedNonces(redisson),
                    Duration.ofMinutes(2)))
            .register(new Talk.Skeleton(line -> args[1] + " says " + line))
            .start();
    System.out.println("ready");
    new CountDownLatch(1).await();
    node.close();
  }
}
