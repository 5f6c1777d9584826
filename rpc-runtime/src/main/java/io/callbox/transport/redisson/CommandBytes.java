package io.callbox.transport.redisson;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.transport.Element;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.redisson.client.handler.CommandEncoder;
import org.redisson.client.protocol.CommandData;
import org.redisson.config.CommandMapper;

/**
 * Writes a command as Redis reads it, as {@link CommandEncoder} does. It makes no buffers for
 * parameters, and it also writes an {@link Element}, member by member.
 */
final class CommandBytes {

  private static final byte[] LINE_END = "\r\n".getBytes(UTF_8);

  private CommandBytes() {}

  /** Returns whether a command has only parameters that this class writes. */
  static boolean suits(CommandData<?, ?> command) {
    for (Object parameter : command.getParams()) {
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

  /** Writes a command that {@linkplain #suits suits}. */
  static void write(CommandData<?, ?> command, CommandMapper names, ByteBuf out) {
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
    out.writeBytes(CommandEncoder.longToString(number)).writeBytes(LINE_END);
  }
}
