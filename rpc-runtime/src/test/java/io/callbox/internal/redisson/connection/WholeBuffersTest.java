package io.callbox.internal.redisson.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.transport.Element;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.handler.CommandBatchEncoder;
import org.redisson.client.handler.CommandEncoder;
import org.redisson.client.protocol.CommandData;
import org.redisson.client.protocol.RedisCommand;
import org.redisson.config.CommandMapper;

/** A command is written as Redisson's own encoder writes it. */
final class WholeBuffersTest {

  private static final RedisCommand<Object> SIMPLE = new RedisCommand<>("LPUSH");
  private static final RedisCommand<Object> DOUBLE = new RedisCommand<>("SCRIPT", "LOAD");

  @Test
  void commandOfAnyKnownParametersHasTheSameBytes() {
    sameBytes(SIMPLE);
    sameBytes(DOUBLE, "return 1");
    sameBytes(SIMPLE, "key ä€😀", bytes("value"), 0, 1_000, Long.MIN_VALUE, 1.5, bytes(""), "");
    sameBytes(SIMPLE, "half a pair: \ud83d", bytes("x".repeat(70_000)));
  }

  @Test
  void elementHasTheBytesOfItsMembersJoined() {
    List<byte[]> members = List.of(bytes("{\"a\":1}"), bytes("{\"b\":\"ä\"}"), bytes("{}"));
    assertEquals(
        ours(command(SIMPLE, "key", Element.of(members).bytes())),
        ours(command(SIMPLE, "key", Element.of(members))));
    assertEquals(
        ours(command(SIMPLE, "key", bytes("alone"))),
        ours(command(SIMPLE, "key", Element.of(bytes("alone")))));
  }

  @Test
  void othersAreLeftToRedisson() {
    CommandData<?, ?> command =
        command(SIMPLE, "key", Unpooled.copiedBuffer("value", StandardCharsets.UTF_8));
    assertEquals(ours(command(SIMPLE, "key", bytes("value"))), ours(command));
  }

  private static void sameBytes(RedisCommand<Object> kind, Object... parameters) {
    CommandData<?, ?> command = command(kind, parameters);
    assertEquals(written(redissons(), command), ours(command));
  }

  /** What leaves on a channel of Redisson whose encoders are replaced. */
  private static String ours(CommandData<?, ?> command) {
    EmbeddedChannel channel = redissons();
    new WholeBuffers(CommandMapper.direct()).afterChannelInitialization(channel);
    assertTrue(WholeBuffers.writesElements(channel));
    return written(channel, command);
  }

  private static EmbeddedChannel redissons() {
    return new EmbeddedChannel(
        new CommandEncoder(CommandMapper.direct()), new CommandBatchEncoder());
  }

  private static String written(EmbeddedChannel channel, CommandData<?, ?> command) {
    channel.writeOutbound(command);
    ByteBuf written = channel.readOutbound();
    String text = written.toString(StandardCharsets.UTF_8);
    written.release();
    channel.finishAndReleaseAll();
    return text;
  }

  private static CommandData<Object, Object> command(
      RedisCommand<Object> kind, Object... parameters) {
    return new CommandData<>(new CompletableFuture<>(), ByteArrayCodec.INSTANCE, kind, parameters);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
