package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.json.ValueWriter;
import io.callbox.rpc.DeclaredException;
import io.callbox.rpc.RpcException.Details;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The {@code error} member of a response.
 *
 * @param details the reason why the call failed, and whether it ran
 * @param message a sentence for a person
 * @param fields writes the fields of a declared exception, if there is one
 * @param node the node that answers, if known
 */
public record ErrorBody(
    Details details, String message, @Nullable FieldsWriter fields, @Nullable String node) {

  /** Writes the fields of an exception as one JSON object. */
  @FunctionalInterface
  public interface FieldsWriter {

    /** Writes the fields where the generator stands. */
    void write(JsonGenerator out) throws IOException;
  }

  /** An error without fields. */
  public ErrorBody(Details details, String message) {
    this(details, message, null);
  }

  /** An error without a node. */
  public ErrorBody(Details details, String message, @Nullable FieldsWriter fields) {
    this(details, message, fields, null);
  }

  /** Returns the same error with a node. */
  public ErrorBody on(String newNode) {
    return new ErrorBody(details, message, fields, newNode);
  }

  /**
   * Returns a writer of the fields of {@code failure}, which has the class of the declared
   * exception.
   */
  public static <E extends Throwable> FieldsWriter fieldsOf(
      DeclaredException<E> declared, Throwable failure) {
    E itself = declared.javaType().cast(failure);
    ValueWriter<E> writer = declared.writer();
    return out -> writer.write(out, itself);
  }

  void write(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("error");
    out.writeNumberField("code", details.code().code());
    out.writeStringField("message", message);
    out.writeObjectFieldStart("data");
    out.writeStringField("status", details.code().name());
    out.writeStringField("executed", details.executed().name().toLowerCase(Locale.ROOT));
    out.writeBooleanField("retryable", details.retryable());
    if (details.type() != null) {
      out.writeStringField("type", details.type());
    }
    if (node != null) {
      out.writeStringField("node", node);
    }
    if (details.retryAfter() != null) {
      out.writeNumberField("retryAfterMs", details.retryAfter().toMillis());
    }
    if (fields != null) {
      out.writeFieldName("details");
      fields.write(out);
    }
    out.writeEndObject();
    out.writeEndObject();
  }
}
