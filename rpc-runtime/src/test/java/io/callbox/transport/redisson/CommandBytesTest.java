package io.callbox.transport.redisson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.redisson.client.handler.CommandEncoder;
import org.redisson.client.protocol.CommandData;
import org.redisson.client.protocol.RedisCommand;
import org.redisson.config.CommandMapper;

/** A command is written as Redisson's own encoder writes it. */
final class CommandBytesTest {

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
        text(command(SIMPLE, "key", Element.of(members).bytes())),
        text(command(SIMPLE, "key", Element.of(members))));
    assertEquals(
        text(command(SIMPLE, "key", bytes("alone"))),
        text(command(SIMPLE, "key", Element.of(bytes("alone")))));
  }

  @Test
  void othersAreLeftToRedisson() {
    assertFalse(CommandBytes.suits(command(SIMPLE, "key", Unpooled.EMPTY_BUFFER)));
  }

  private static void sameBytes(RedisCommand<Object> kind, Object... parameters) {
    CommandData<?, ?> command = command(kind, parameters);
    EmbeddedChannel channel = new EmbeddedChannel(new CommandEncoder(CommandMapper.direct()));
    channel.writeOutbound(command);
    ByteBuf expected = channel.readOutbound();
    assertEquals(expected.toString(StandardCharsets.UTF_8), text(command));
    expected.release();
    channel.finishAndReleaseAll();
  }

  private static String text(CommandData<?, ?> command) {
    assertTrue(CommandBytes.suits(command));
    ByteBuf written = Unpooled.buffer();
    CommandBytes.write(command, CommandMapper.direct(), written);
    return written.toString(StandardCharsets.UTF_8);
  }

  private static CommandData<Object, Object> command(
      RedisCommand<Object> kind, Object... parameters) {
    return new CommandData<>(new CompletableFuture<>(), ByteArrayCodec.INSTANCE, kind, parameters);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
