package io.callbox.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.json.Json;
import io.callbox.rpc.CallTimes;
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
    MessagePen pen = idle();
    byte[] message = pen.message(value);
    IDLE.put(pen);
    return message;
  }

  /**
   * Writes a request around its parameters.
   *
   * @throws IOException if these cannot be written
   */
  static byte[] write(RequestFrame frame, RequestFrame.Numbers numbers, ParamsWriter params)
      throws IOException {
    MessagePen pen = begun();
    frame.writeHead(pen.bytes, numbers);
    byte[] message = pen.end(RequestFrame.PARAMS, params);
    IDLE.put(pen);
    return message;
  }

  /**
   * Writes the response to a call around its result.
   *
   * @throws IOException if this cannot be written
   */
  static byte[] write(byte[] id, CallTimes times, ParamsWriter result) throws IOException {
    MessagePen pen = begun();
    ScannedResponse.writeHead(pen.bytes, id, times);
    byte[] message = pen.end(ScannedResponse.RESULT_NAME, result);
    IDLE.put(pen);
    return message;
  }

  private static MessagePen idle() throws IOException {
    MessagePen idle = IDLE.take();
    return idle == null ? new MessagePen() : idle;
  }

  /** An object has begun, whose first members are then written past the generator. */
  private static MessagePen begun() throws IOException {
    MessagePen pen = idle();
    pen.out.writeStartObject();
    pen.out.flush();
    return pen;
  }

  private byte[] end(SerializedString name, ParamsWriter last) throws IOException {
    out.writeFieldName(name);
    last.write(out);
    out.writeEndObject();
    return whole();
  }

  private byte[] message(ParamsWriter value) throws IOException {
    value.write(out);
    return whole();
  }

  private byte[] whole() throws IOException {
    out.flush();
    if (!out.getOutputContext().inRoot()) {
      throw new IOException("an object or array was not ended");
    }
    return bytes.take();
  }
}
