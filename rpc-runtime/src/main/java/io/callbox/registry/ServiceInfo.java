package io.callbox.registry;

import java.util.List;

/**
 * A service as a node provides it. Immutable.
 *
 * @param name its wire name
 * @param revision tells versions of its contract apart: the same on all nodes whose contract, with
 *     its documentation, is the same to the letter
 * @param methods the wire names of its methods
 */
public record ServiceInfo(String name, String revision, List<String> methods) {

  /** A service as a node provides it. */
  public ServiceInfo {
    methods = List.copyOf(methods);
  }
}
