package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.json.Json;
import io.callbox.rpc.ParamsWriter;
import java.io.IOException;

/**
 * Writes messages one after the other with the same generator and buffer, because making these
 * costs more than writing a small message.
 *
 * <p>A pool keeps idle writers. A writer belongs to one thread while it writes. A failed writer is
 * not used again.
 */
final class PooledJsonWriter {

  private static final SerializedString PARAMS = new SerializedString("params");

  private static final ObjectPool<PooledJsonWriter> IDLE = new ObjectPool<>(64);

  private final MessageBuffer bytes = new MessageBuffer();
  private final JsonGenerator out;

  private PooledJsonWriter() throws IOException {
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
    PooledJsonWriter writer = idle();
    value.write(writer.out);
    return writer.whole();
  }

  /**
   * Writes the end of a request: its parameters, their name, and the end of the object.
   *
   * @throws IOException if these cannot be written
   */
  static byte[] writeTail(ParamsWriter params) throws IOException {
    PooledJsonWriter writer = begun();
    writer.bytes.begin();
    writer.out.writeFieldName(PARAMS);
    params.write(writer.out);
    return writer.end();
  }

  /**
   * Writes the request of a durable call around its parameters.
   *
   * @param frame its common part
   * @param call the parts in which it differs from others
   * @throws IOException if the parameters cannot be written
   */
  static byte[] writeDurable(
      DurableFrames.Frame frame, DurableFrames.Call call, ParamsWriter params) throws IOException {
    PooledJsonWriter writer = begun();
    frame.writeHead(writer.bytes, call);
    writer.out.writeFieldName(PARAMS);
    params.write(writer.out);
    return writer.end();
  }

  private static PooledJsonWriter idle() throws IOException {
    PooledJsonWriter idle = IDLE.take();
    return idle == null ? new PooledJsonWriter() : idle;
  }

  /**
   * Begins an object, whose first members may be written into {@link #bytes()}, without the
   * generator.
   */
  static PooledJsonWriter begun() throws IOException {
    PooledJsonWriter writer = idle();
    writer.out.writeStartObject();
    writer.out.flush();
    return writer;
  }

  MessageBuffer bytes() {
    return bytes;
  }

  JsonGenerator out() {
    return out;
  }

  /** Ends the object, and returns the message. The writer must not be used again by its caller. */
  byte[] end() throws IOException {
    out.writeEndObject();
    return whole();
  }

  private byte[] whole() throws IOException {
    out.flush();
    if (!out.getOutputContext().inRoot()) {
      throw new IOException("an object or array was not ended");
    }
    byte[] message = bytes.take();
    IDLE.put(this);
    return message;
  }
}
