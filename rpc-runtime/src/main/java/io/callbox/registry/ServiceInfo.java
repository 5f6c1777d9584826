package io.callbox.registry;

import java.util.List;

/**
 * A service that a node provides. Immutable.
 *
 * @param name its wire name
 * @param revision distinguishes versions of its contract: the beginning of the {@code x-revision}
 *     of its document. It changes when the messages change, and not when only the documentation
 *     changes
 * @param methods the wire names of its methods
 */
public record ServiceInfo(String name, String revision, List<String> methods) {

  /** Copies the list of methods. */
  public ServiceInfo {
    methods = List.copyOf(methods);
  }
}
