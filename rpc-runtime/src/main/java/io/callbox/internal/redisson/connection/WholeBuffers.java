package io.callbox.internal.redisson.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.transport.Element;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.util.AttributeKey;
import org.redisson.client.NettyHook;
import org.redisson.client.handler.CommandBatchEncoder;
import org.redisson.client.handler.CommandEncoder;
import org.redisson.client.protocol.CommandData;
import org.redisson.client.protocol.CommandsData;
import org.redisson.config.CommandMapper;

/**
 * Makes Redisson write commands directly into a buffer of the right size, and read large answers in
 * few pieces. With Redisson's settings, a buffer begins small and doubles, each parameter is first
 * wrapped in a buffer of its own, and an answer is read in pieces of 64 KiB at most, so that each
 * byte is copied once more. Stateless.
 */
public final class WholeBuffers implements NettyHook {

  private static final int LEAST_READ = 64;
  private static final int FIRST_READ = 2 << 10;
  private static final int MOST_READ = 1 << 20;

  /** The assumed size in bytes of parameters that are not measured: names, keys and numbers. */
  private static final int REST = 256;

  /** The bytes for the length of a parameter and its line ends. */
  private static final int PER_PARAMETER = 32;

  /** Marks a channel whose encoder is ours; a search for the encoder itself takes longer. */
  private static final AttributeKey<Boolean> OURS =
      AttributeKey.valueOf(WholeBuffers.class.getName());

  private final CommandMapper names;

  public WholeBuffers(CommandMapper names) {
    this.names = names;
  }

  /**
   * Sets the option under its old name, which Netty 4.1, brought by Spring Boot 3.5, knows only.
   */
  @SuppressWarnings("deprecation")
  @Override
  public void afterBoostrapInitialization(Bootstrap bootstrap) {
    bootstrap.option(
        ChannelOption.RCVBUF_ALLOCATOR,
        new AdaptiveRecvByteBufAllocator(LEAST_READ, FIRST_READ, MOST_READ));
  }

  @Override
  public void afterChannelInitialization(Channel channel) {
    ChannelPipeline pipeline = channel.pipeline();
    if (pipeline.get(CommandEncoder.class) != null) {
      pipeline.replace(CommandEncoder.class, null, new One(names));
      pipeline.replace(CommandBatchEncoder.class, null, new Several());
      channel.attr(OURS).set(true);
    }
  }

  /** Returns whether commands that leave on this channel may have {@link Element} parameters. */
  static boolean writesElements(Channel channel) {
    return channel.hasAttr(OURS);
  }

  /** Returns an estimate of the size of a command in bytes, which is not too small. */
  private static int sizeOf(CommandData<?, ?> command) {
    Object[] parameters = command.getParams();
    int size = REST + PER_PARAMETER * parameters.length;
    for (Object parameter : parameters) {
      if (parameter instanceof byte[] bytes) {
        size += bytes.length;
      } else if (parameter instanceof Element element) {
        size += element.length();
      }
    }
    return size;
  }

  /**
   * Writes a command as Redis reads it, as its base class does. It makes no buffers for parameters,
   * and it also writes an {@link Element}, member by member.
   */
  private static final class One extends CommandEncoder {

    private static final byte[] LINE_END = "\r\n".getBytes(UTF_8);

    private final CommandMapper names;

    One(CommandMapper names) {
      super(names);
      this.names = names;
    }

    @Override
    protected void encode(ChannelHandlerContext context, CommandData<?, ?> command, ByteBuf out)
        throws Exception {
      if (!areKnown(command.getParams())) {
        super.encode(context, command, out);
        return;
      }
      try {
        write(command, out);
      } catch (RuntimeException | Error failure) { // otherwise its sender would wait for an answer
        command.tryFailure(failure);
        throw failure;
      }
    }

    private static boolean areKnown(Object[] parameters) {
      for (Object parameter : parameters) {
        if (!isKnown(parameter)) {
          return false;
        }
      }
      return true;
    }

    private static boolean isKnown(Object parameter) {
      return parameter instanceof byte[]
          || parameter instanceof Element
          || parameter instanceof String
          || parameter instanceof Number;
    }

    private void write(CommandData<?, ?> command, ByteBuf out) {
      String subName = command.getCommand().getSubName();
      writeHead('*', (subName == null ? 1 : 2) + command.getParams().length, out);
      writeText(names.map(command.getCommand().getName()), out);
      if (subName != null) {
        writeText(subName, out);
      }
      for (Object parameter : command.getParams()) {
        writeParameter(parameter, out);
      }
    }

    private static void writeParameter(Object parameter, ByteBuf out) {
      if (parameter instanceof byte[] bytes) {
        writeHead('$', bytes.length, out);
        out.writeBytes(bytes).writeBytes(LINE_END);
      } else if (parameter instanceof Element element) {
        writeHead('$', element.length(), out);
        element.writeTo((source, offset, length) -> out.writeBytes(source, offset, length));
        out.writeBytes(LINE_END);
      } else {
        writeText(parameter.toString(), out);
      }
    }

    private static void writeText(String text, ByteBuf out) {
      writeHead('$', ByteBufUtil.utf8Bytes(text), out);
      ByteBufUtil.writeUtf8(out, text);
      out.writeBytes(LINE_END);
    }

    private static void writeHead(char kind, int number, ByteBuf out) {
      out.writeByte(kind);
      out.writeBytes(longToString(number)).writeBytes(LINE_END);
    }

    @Override
    protected ByteBuf allocateBuffer(
        ChannelHandlerContext context, CommandData<?, ?> command, boolean preferDirect) {
      return context.alloc().ioBuffer(sizeOf(command));
    }
  }

  private static final class Several extends CommandBatchEncoder {

    @Override
    protected ByteBuf allocateBuffer(
        ChannelHandlerContext context, CommandsData commands, boolean preferDirect) {
      int size = 0;
      for (CommandData<?, ?> each : commands.getCommands()) {
        size += sizeOf(each);
      }
      return context.alloc().ioBuffer(size);
    }
  }
}
