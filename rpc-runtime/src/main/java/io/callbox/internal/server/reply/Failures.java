package io.callbox.internal.server.reply;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.callbox.internal.wire.EnvelopeWriter;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.MalformedMessageException;
import io.callbox.internal.wire.RequestId;
import io.callbox.json.JsonMismatchException;
import io.callbox.rpc.DeclaredException;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.RpcException.Details;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Turns failures into errors for the caller. */
public final class Failures {

  private Failures() {}

  /** Makes the error for a message that is not a request. */
  public static ErrorBody unreadable(IOException failure) {
    StatusCode status =
        failure instanceof StreamConstraintsException
            ? StatusCode.INVALID_REQUEST
            : MalformedMessageException.statusOf(failure);
    String what = status == StatusCode.PARSE_ERROR ? "Parse error: " : "Invalid Request: ";
    return refusal(status, what + firstLine(failure));
  }

  /** Makes the error for arguments that do not fit the method. */
  public static ErrorBody misfit(MethodDescriptor<?> method, Exception failure) {
    if (failure instanceof JsonMismatchException mismatch) {
      String what = mismatch.path().isEmpty() ? "params " : "parameter '" + mismatch.path() + "' ";
      return refusal(StatusCode.INVALID_ARGUMENT, method + ": " + what + mismatch.problem());
    }
    return refusal(StatusCode.INVALID_ARGUMENT, method + ": " + firstLine(failure));
  }

  /** Makes the error for arguments that the library failed to read. */
  public static ErrorBody unread(MethodDescriptor<?> method, Error failure) {
    return refusal(StatusCode.INTERNAL, method + ": the arguments could not be read: " + failure);
  }

  /** Makes the error for a call that was refused before it ran. */
  public static ErrorBody refused(RpcException refusal) {
    return new ErrorBody(
        new Details(
            refusal.code(), Executed.NO, refusal.retryable(), refusal.type(), refusal.retryAfter()),
        message(refusal));
  }

  /** Makes the error for a call that was refused before it ran, and would be refused again. */
  public static ErrorBody refusal(StatusCode status, String message) {
    return new ErrorBody(new Details(status, Executed.NO, false), message);
  }

  /**
   * Returns whether callers do not expect a failure: it is neither in the contract nor an {@code
   * RpcException}.
   */
  static boolean isUnexpected(MethodDescriptor<?> method, Throwable failure) {
    return !(failure instanceof RpcException) && declared(method, failure) == null;
  }

  private static @Nullable DeclaredException<?> declared(
      MethodDescriptor<?> method, Throwable failure) {
    for (DeclaredException<?> declared : method.exceptions()) {
      if (declared.javaType().isInstance(failure)) {
        return declared;
      }
    }
    return null;
  }

  /**
   * Makes the error for an exception of the implementation. A nested call's failure keeps its code:
   * it may have run halfway.
   *
   * @param message the message for callers
   */
  static ErrorBody thrown(MethodDescriptor<?> method, Throwable failure, String message) {
    DeclaredException<?> declared = declared(method, failure);
    if (declared != null) {
      Details details =
          new Details(StatusCode.APPLICATION, Executed.YES, false, declared.type(), null);
      String own = failure.getMessage() == null ? "" : message;
      return new ErrorBody(details, own, ErrorBody.fieldsOf(declared, failure));
    }
    if (failure instanceof RpcException nested) {
      Details details =
          new Details(nested.code(), Executed.YES, false, nested.type(), nested.retryAfter());
      return new ErrorBody(details, message);
    }
    String type = failure.getClass().getName();
    return new ErrorBody(
        new Details(StatusCode.APPLICATION, Executed.YES, false, type, null), message);
  }

  /** Makes the error for the second copy of a request. */
  public static ErrorBody repeated(MethodDescriptor<?> method) {
    return refusal(StatusCode.INVALID_REQUEST, method + ": a request of this id came before");
  }

  /** Makes the error for an implementation that had not ended at the deadline of the call. */
  public static ErrorBody overdue(MethodDescriptor<?> method) {
    return new ErrorBody(
        new Details(StatusCode.DEADLINE_EXCEEDED, Executed.YES, false),
        method + ": it has not ended in time");
  }

  /** Makes the error for a stream that ends before its last item. */
  public static ErrorBody broken(StatusCode status, String message) {
    return new ErrorBody(new Details(status, Executed.YES, false), message);
  }

  /** Makes the error for a result that cannot be sent. */
  public static ErrorBody unencodable(MethodDescriptor<?> method, Throwable failure) {
    return new ErrorBody(
        new Details(StatusCode.INTERNAL, Executed.YES, false),
        method + ": the result cannot be encoded: " + firstLine(failure));
  }

  /** Makes the error for an exception that cannot be sent, or whose {@code getMessage} fails. */
  static ErrorBody unencodableException(MethodDescriptor<?> method, Throwable thrown) {
    return new ErrorBody(
        new Details(StatusCode.INTERNAL, Executed.YES, false),
        method
            + (": its exception, of " + thrown.getClass().getName() + ", cannot be encoded;")
            + " the server's log says why");
  }

  /** Makes the error for a result that is too large for a message. */
  public static ErrorBody tooLarge(MethodDescriptor<?> method, int bytes, int maxBytes) {
    return new ErrorBody(
        new Details(StatusCode.RESOURCE_EXHAUSTED, Executed.YES, false),
        method + ": the response has " + bytes + " bytes, at most " + maxBytes + " are allowed");
  }

  /** Makes the error for responses of a batch that are too large for a message. */
  static ErrorBody batchTooLarge(int maxBytes) {
    return new ErrorBody(
        new Details(StatusCode.RESOURCE_EXHAUSTED, Executed.YES, false),
        "the responses of this batch have more than the " + maxBytes + " bytes that are allowed");
  }

  /** Returns the written response for the caller. */
  public static byte[] written(RequestId id, ErrorBody error) {
    try {
      return EnvelopeWriter.error(id, null, error);
    } catch (IOException impossible) {
      throw new IllegalStateException("writing to memory failed", impossible);
    }
  }

  /** Returns the message of a failure, or the name of its class. */
  static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getName() : message;
  }

  /**
   * Returns the first line of a message. Jackson's messages continue with lines about the position
   * in the source.
   */
  private static String firstLine(Throwable failure) {
    return message(failure).lines().findFirst().orElse("");
  }
}
