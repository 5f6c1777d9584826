package io.callbox.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.json.Json;
import io.callbox.rpc.ParamsWriter;
import java.io.IOException;

/**
 * Writes messages one after the other with the same generator and into the same buffer, which cost
 * more to make than a small message costs to write.
 *
 * <p>Idle pens are kept on a shelf. A pen belongs to one thread while it writes. One that failed is
 * not used again.
 */
final class MessagePen {

  private static final Shelf<MessagePen> IDLE = new Shelf<>(64);

  private final MessageBuffer bytes = new MessageBuffer();
  private final JsonGenerator out;

  private MessagePen() throws IOException {
    this.out = Json.FACTORY.createGenerator(bytes);
  }

  /**
   * Writes one object, whose members {@code members} writes.
   *
   * @throws IOException if they cannot be written
   */
  static byte[] write(ParamsWriter members) throws IOException {
    return writeValue(
        out -> {
          out.writeStartObject();
          members.write(out);
          out.writeEndObject();
        });
  }

  /**
   * Writes one value.
   *
   * @throws IOException if it cannot be written
   */
  static byte[] writeValue(ParamsWriter value) throws IOException {
    MessagePen idle = IDLE.take();
    MessagePen pen = idle == null ? new MessagePen() : idle;
    byte[] message = pen.message(value);
    IDLE.put(pen);
    return message;
  }

  private byte[] message(ParamsWriter value) throws IOException {
    value.write(out);
    out.flush();
    if (!out.getOutputContext().inRoot()) {
      throw new IOException("an object or array was not ended");
    }
    return bytes.take();
  }
}
