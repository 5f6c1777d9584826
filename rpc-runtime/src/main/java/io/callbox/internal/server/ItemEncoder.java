package io.callbox.internal.server;

import io.callbox.internal.wire.EnvelopeWriter;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.json.ValueWriter;
import io.callbox.rpc.MethodDescriptor;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the items of a stream, each of which must fit into one message.
 *
 * @param writer writes one item
 * @param method the method that gives the stream
 * @param maxBytes the maximum size of a message
 * @param overhead the size of a message without its items, in bytes
 */
record ItemEncoder<T>(
    ValueWriter<T> writer, MethodDescriptor<?> method, int maxBytes, int overhead) {

  /**
   * Writes an item.
   *
   * @param problem receives why the item cannot be sent
   * @return null if the item cannot be sent
   */
  byte @Nullable [] encode(T item, Consumer<ErrorBody> problem) {
    byte[] json;
    try {
      json = EnvelopeWriter.value(item, writer);
    } catch (IOException | RuntimeException | Error unencodable) {
      problem.accept(Failures.unencodable(method, unencodable));
      return null;
    }
    if (json.length + overhead > maxBytes) {
      problem.accept(Failures.tooLarge(method, json.length + overhead, maxBytes));
      return null;
    }
    return json;
  }
}
