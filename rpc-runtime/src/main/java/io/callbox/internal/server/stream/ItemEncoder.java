package io.callbox.internal.server.stream;

import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.wire.EnvelopeWriter;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.json.ValueWriter;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the items of a stream, each of which must fit into one message.
 *
 * @param writer writes one item
 * @param response the response of the call: names its method, and bounds messages
 * @param overhead the size of a message without its items, in bytes
 */
record ItemEncoder<T>(ValueWriter<T> writer, StreamedCall response, int overhead) {

  /**
   * Writes an item.
   *
   * @param problem receives the reason why the item cannot be sent
   * @return null if the item cannot be sent
   */
  byte @Nullable [] encode(T item, Consumer<ErrorBody> problem) {
    byte[] json;
    try {
      json = EnvelopeWriter.value(item, writer);
    } catch (IOException | RuntimeException | Error unencodable) {
      problem.accept(Failures.unencodable(response.method(), unencodable));
      return null;
    }
    int bytes = json.length + overhead;
    if (bytes > response.maxMessageBytes()) {
      problem.accept(Failures.tooLarge(response.method(), bytes, response.maxMessageBytes()));
      return null;
    }
    return json;
  }
}
