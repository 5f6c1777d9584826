package io.callbox.samples.call;

import io.callbox.rpc.RpcChannel;

/** One call, its arguments read, that can be made through any channel. */
@FunctionalInterface
interface RemoteCall {

  /**
   * Makes the call, and waits for its result.
   *
   * @throws Exception what the method declares
   * @throws io.callbox.rpc.RpcException if the call fails for any other reason
   */
  Object through(RpcChannel channel) throws Exception;
}
