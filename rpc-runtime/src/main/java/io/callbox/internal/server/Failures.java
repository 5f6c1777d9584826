package io.callbox.internal.server;

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

/** Turns whatever went wrong into what the caller is told. */
final class Failures {

  private Failures() {}

  /** The message is no request. */
  static ErrorBody unreadable(IOException failure) {
    StatusCode status =
        failure instanceof StreamConstraintsException
            ? StatusCode.INVALID_REQUEST
            : MalformedMessageException.statusOf(failure);
    String what = status == StatusCode.PARSE_ERROR ? "Parse error: " : "Invalid Request: ";
    return refusal(status, what + firstLine(failure));
  }

  /** The arguments do not fit the method. */
  static ErrorBody misfit(MethodDescriptor<?> method, Exception failure) {
    if (failure instanceof JsonMismatchException mismatch) {
      String what = mismatch.path().isEmpty() ? "params " : "parameter '" + mismatch.path() + "' ";
      return refusal(StatusCode.INVALID_ARGUMENT, method + ": " + what + mismatch.problem());
    }
    return refusal(StatusCode.INVALID_ARGUMENT, method + ": " + firstLine(failure));
  }

  /** The library failed to read the arguments, whatever they are. */
  static ErrorBody unread(MethodDescriptor<?> method, Error failure) {
    return refusal(StatusCode.INTERNAL, method + ": the arguments could not be read: " + failure);
  }

  /** The call was refused before it ran. */
  static ErrorBody refused(RpcException refusal) {
    return new ErrorBody(
        new Details(
            refusal.code(), Executed.NO, refusal.retryable(), refusal.type(), refusal.retryAfter()),
        message(refusal));
  }

  /** The call was refused before it ran, and would be again. */
  static ErrorBody refusal(StatusCode status, String message) {
    return new ErrorBody(new Details(status, Executed.NO, false), message);
  }

  /** Whether a failure is none that callers are to expect: not of the contract, nor of a call. */
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
   * The implementation threw. A nested call's failure keeps its code: it may have run halfway.
   *
   * @param message what callers are told of it
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

  /** The request is a second copy of another. */
  static ErrorBody repeated(MethodDescriptor<?> method) {
    return refusal(StatusCode.INVALID_REQUEST, method + ": a request of this id came before");
  }

  /** The implementation ran, and its future was not complete when the call's time was over. */
  static ErrorBody overdue(MethodDescriptor<?> method) {
    return new ErrorBody(
        new Details(StatusCode.DEADLINE_EXCEEDED, Executed.YES, false),
        method + ": its future was not complete in time");
  }

  /** The implementation gives a stream, and there are no more items of it. */
  static ErrorBody broken(StatusCode status, String message) {
    return new ErrorBody(new Details(status, Executed.YES, false), message);
  }

  /** The implementation ran, but its result cannot be sent. */
  static ErrorBody unencodable(MethodDescriptor<?> method, Throwable failure) {
    return new ErrorBody(
        new Details(StatusCode.INTERNAL, Executed.YES, false),
        method + ": the result cannot be encoded: " + firstLine(failure));
  }

  /** The implementation threw what cannot be sent, or does not tell its own message. */
  static ErrorBody unencodableException(MethodDescriptor<?> method, Throwable thrown) {
    return new ErrorBody(
        new Details(StatusCode.INTERNAL, Executed.YES, false),
        method
            + (": its exception, of " + thrown.getClass().getName() + ", cannot be encoded;")
            + " the server's log says why");
  }

  /** The implementation ran, but its result is more than a message may hold. */
  static ErrorBody tooLarge(MethodDescriptor<?> method, int bytes, int maxBytes) {
    return new ErrorBody(
        new Details(StatusCode.RESOURCE_EXHAUSTED, Executed.YES, false),
        method + ": the response has " + bytes + " bytes, at most " + maxBytes + " are allowed");
  }

  /** The implementation ran, but the responses of its batch are more than a message may hold. */
  static ErrorBody batchTooLarge(int maxBytes) {
    return new ErrorBody(
        new Details(StatusCode.RESOURCE_EXHAUSTED, Executed.YES, false),
        "the responses of this batch have more than the " + maxBytes + " bytes that are allowed");
  }

  /** What the caller is told, as it travels. */
  static byte[] written(RequestId id, ErrorBody error) {
    try {
      return EnvelopeWriter.error(id, null, error);
    } catch (IOException impossible) {
      throw new IllegalStateException("writing to memory failed", impossible);
    }
  }

  /** Its message, or its class's name. */
  static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getName() : message;
  }

  /** Jackson's messages go on for lines about where in which source it was. */
  private static String firstLine(Throwable failure) {
    return message(failure).lines().findFirst().orElse("");
  }
}
