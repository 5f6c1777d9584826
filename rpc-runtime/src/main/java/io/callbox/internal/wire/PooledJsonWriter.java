package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.json.Json;
import io.callbox.json.ValueWriter;
import io.callbox.rpc.ParamsWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages one after the other with the same generator and buffer, because making these
 * costs more than writing a small message.
 *
 * <p>A pool keeps idle writers. A writer belongs to one thread while it writes. A failed writer is
 * not used again.
 */
final class PooledJsonWriter {

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
    byte[] message = writer.message(value);
    IDLE.put(writer);
    return message;
  }

  /**
   * Writes the end of a request: its parameters, their name, and the end of the object.
   *
   * @throws IOException if these cannot be written
   */
  static byte[] writeTail(ParamsWriter params) throws IOException {
    PooledJsonWriter writer = begun();
    writer.bytes.begin();
    writer.out.writeFieldName(RequestFrames.PARAMS);
    params.write(writer.out);
    byte[] tail = writer.end();
    IDLE.put(writer);
    return tail;
  }

  /**
   * Writes the response to a call around its result.
   *
   * @param id its id, which is plain
   * @param queuedMicros how long its request waited
   * @param ranMicros how long its implementation ran
   * @throws IOException if this cannot be written
   */
  static <T extends @Nullable Object> byte[] write(
      RequestId id, long queuedMicros, long ranMicros, T result, ValueWriter<T> resultWriter)
      throws IOException {
    PooledJsonWriter writer = begun();
    ScannedResponse.writeHead(writer.bytes, id, queuedMicros, ranMicros);
    writer.out.writeFieldName(ScannedResponse.RESULT_NAME);
    resultWriter.write(writer.out, result);
    byte[] message = writer.end();
    IDLE.put(writer);
    return message;
  }

  /**
   * Writes the request of a durable call around its parameters.
   *
   * @param frame what it has in common with others
   * @param call what it has for itself
   * @throws IOException if the parameters cannot be written
   */
  static byte[] writeDurable(
      DurableFrames.Frame frame, DurableFrames.Call call, ParamsWriter params) throws IOException {
    PooledJsonWriter writer = begun();
    frame.writeHead(writer.bytes, call);
    writer.out.writeFieldName(RequestFrames.PARAMS);
    params.write(writer.out);
    byte[] message = writer.end();
    IDLE.put(writer);
    return message;
  }

  private static PooledJsonWriter idle() throws IOException {
    PooledJsonWriter idle = IDLE.take();
    return idle == null ? new PooledJsonWriter() : idle;
  }

  /** Begins an object, whose first members are then written without the generator. */
  private static PooledJsonWriter begun() throws IOException {
    PooledJsonWriter writer = idle();
    writer.out.writeStartObject();
    writer.out.flush();
    return writer;
  }

  private byte[] end() throws IOException {
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
