package io.callbox.internal.client;

import io.callbox.rpc.RpcException;

/** Shows in a failure that another thread has made whose call it ends. */
final class CallerFrames {

  private CallerFrames() {}

  /**
   * The failure, with the frames of the calling thread instead of those of the thread that made it,
   * which tell a reader nothing. Belongs to one call, so nobody else looks at it.
   */
  static RpcException in(RpcException failure) {
    failure.fillInStackTrace();
    return failure;
  }
}
