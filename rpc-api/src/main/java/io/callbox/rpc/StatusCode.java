package io.callbox.rpc;

/**
 * The reason why a call failed. The numbers are those of JSON-RPC 2.0 (section 5.1), or from its
 * range for server errors.
 */
public enum StatusCode {
  /** The message is not JSON. */
  PARSE_ERROR(-32700),
  /** The message is JSON, but not a request. */
  INVALID_REQUEST(-32600),
  /** The node has no such service or method; the message lists those it has. */
  UNIMPLEMENTED(-32601),
  /** The arguments do not fit the method; the message names the parameter and the value. */
  INVALID_ARGUMENT(-32602),
  /** The library failed, or the result could not be encoded. */
  INTERNAL(-32603),
  /** The implementation threw an exception that its contract does not declare. */
  APPLICATION(-32000),
  /** The deadline has passed. {@link RpcException#executed()} says whether the call ran. */
  DEADLINE_EXCEEDED(-32001),
  /** The caller cancelled the call, or the node was closed during the call. */
  CANCELLED(-32002),
  /** No node provides the service, it is paused, the node is down, or Redis cannot be reached. */
  UNAVAILABLE(-32003),
  /**
   * A queue, a node's streams or the memory of Redis are full, or a message is too large; the
   * message says which.
   */
  RESOURCE_EXHAUSTED(-32004),
  /** A worker took the call and died; the call may have run. */
  WORKER_LOST(-32005),
  /** An interceptor or an implementation does not know who is calling. */
  UNAUTHENTICATED(-32006),
  /**
   * An interceptor or an implementation does not allow this caller to make the call, or Redis does
   * not allow the node's user to do what the call needs; the message says which.
   */
  PERMISSION_DENIED(-32007),
  /** A durable call with this id exists already. */
  ALREADY_EXISTS(-32008);

  private final int code;

  StatusCode(int code) {
    this.code = code;
  }

  /** The number that stands for this status on the wire. */
  public int code() {
    return code;
  }

  /**
   * The status for a number on the wire; {@link #APPLICATION} for a number that is not one of
   * these, which another JSON-RPC server may send.
   */
  public static StatusCode of(int code) {
    for (StatusCode status : values()) {
      if (status.code == code) {
        return status;
      }
    }
    return APPLICATION;
  }
}
