package io.callbox.internal.client.call;

import io.callbox.rpc.RpcException;

/** Puts the frames of the calling thread into a failure that another thread has made. */
final class CallerFrames {

  private CallerFrames() {}

  /**
   * Returns the failure with the frames of the calling thread. They replace the frames of the
   * thread that made it, which do not help a reader. The failure belongs to one call, so no other
   * thread uses it.
   */
  static RpcException in(RpcException failure) {
    failure.fillInStackTrace();
    return failure;
  }
}
