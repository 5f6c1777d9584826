package io.callbox.internal.redisson.connection;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.RedisOfItsOwn;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.testkit.time.Await;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.redisson.api.RScript.ReturnType;
import org.redisson.client.RedisConnection;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.protocol.CommandsData;

/** What happens to scripts that Redis does not know, on a real connection. */
final class ForgottenScriptTest {

  private static final QueueName QUEUE = new QueueName("services:Arith");

  /**
   * Redisson's reader, which may be at their answers just then, cannot take one failure for two: it
   * adds the second to the first.
   */
  @Test
  void commandsOfAConnectionThatIsCutHaveNoFailureInCommon() throws Exception {
    try (RedisOfItsOwn redis = new RedisOfItsOwn();
        Scripts scripts = redis.scripts()) {
      DirectConnection direct = scripts.connectionTo(QUEUE);
      direct.open();
      Await.until("it is connected", () -> direct.ready() != null);
      RedisConnection connection = Objects.requireNonNull(direct.ready());
      redis.pause();
      ScriptForm script = LuaScript.BACKLOG.form();
      Object[] parameters = script.parameters(List.of(QUEUE.key()));
      CompletableFuture<Object> answer =
          new ForgottenScript(connection, script, ReturnType.LIST, parameters, 60_000).run();
      Await.until(
          "they are sent", () -> connection.getCurrentCommandData() instanceof CommandsData);
      CommandsData both = (CommandsData) connection.getCurrentCommandData();
      both.tryFailure(new RedisConnectionException("the connection was cut"));
      ExecutionException cut =
          assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
      assertInstanceOf(RedisConnectionException.class, cut.getCause());
      assertFalse(both.getCommands().get(0).getPromise().isCompletedExceptionally());
      redis.resume();
    }
  }
}
