package io.callbox.rpc;

/**
 * Why a call failed: a small, stable set. The numbers are JSON-RPC 2.0's where it defines one (its
 * section 5.1), and from its server-error range otherwise.
 */
public enum StatusCode {
  /** The message is not JSON. */
  PARSE_ERROR(-32700),
  /** The message is JSON, but no request. */
  INVALID_REQUEST(-32600),
  /** No such service or method there; the message lists what there is. */
  UNIMPLEMENTED(-32601),
  /** The arguments do not fit the method; the message names parameter, expected and got. */
  INVALID_ARGUMENT(-32602),
  /** The library failed, or the result could not be encoded. */
  INTERNAL(-32603),
  /** The implementation threw an exception that its contract does not declare. */
  APPLICATION(-32000),
  /** The time for the call is over. Whether it ran: see {@link RpcException#executed()}. */
  DEADLINE_EXCEEDED(-32001),
  /** The caller gave up, or the node was closed under the call. */
  CANCELLED(-32002),
  /** Nobody provides the service, the node is down, or Redis is out of reach. */
  UNAVAILABLE(-32003),
  /** A queue is full, or a message too large. */
  RESOURCE_EXHAUSTED(-32004),
  /** A worker took the call and died; the call may have run. */
  WORKER_LOST(-32005),
  /** An interceptor does not know who is calling. */
  UNAUTHENTICATED(-32006),
  /** An interceptor knows who is calling, and does not let them. */
  PERMISSION_DENIED(-32007),
  /** A durable call of this id is there already. */
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
   * The status of a number on the wire. Any number that is none of these, as another JSON-RPC
   * server may send, is {@link #APPLICATION}.
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
