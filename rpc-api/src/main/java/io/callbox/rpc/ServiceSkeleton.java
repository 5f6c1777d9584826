package io.callbox.rpc;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * The server's side of a service: turns a method and its parameters into an {@link Invocation}. The
 * compiler makes one for each {@code @RemoteService}; you may also write one by hand.
 *
 * <p>Must be safe for use by many threads.
 */
public interface ServiceSkeleton {

  /** The service of this skeleton. */
  ServiceDescriptor descriptor();

  /**
   * Reads the arguments of a call. Does not run it.
   *
   * @param method one of {@link #descriptor()}'s methods
   * @param params stands on the first token of an object, by name, or of an array, by position;
   *     must be left on its last
   * @throws io.callbox.json.JsonMismatchException if the arguments do not fit
   */
  Invocation read(MethodDescriptor<?> method, JsonParser params) throws IOException;
}
