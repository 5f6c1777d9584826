package io.callbox.registry;

import java.util.List;

/**
 * A service as a node provides it. Immutable.
 *
 * @param name its wire name
 * @param revision tells versions of its contract apart: the beginning of the {@code x-revision} of
 *     its document, which changes with what travels and not with what is said of it
 * @param methods the wire names of its methods
 */
public record ServiceInfo(String name, String revision, List<String> methods) {

  /** A service as a node provides it. */
  public ServiceInfo {
    methods = List.copyOf(methods);
  }
}
