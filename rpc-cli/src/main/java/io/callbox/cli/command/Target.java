package io.callbox.cli.command;

import io.callbox.registry.NodeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command is about.
 *
 * @param service the service
 * @param method one of its methods; null for all
 */
record Target(String service, @Nullable String method) {

  /** Of {@code Service.method}; the service's name may have dots of its own. */
  static Target method(String name) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0 || dot == name.length() - 1) {
      throw Refusal.misuse(
          "'" + name + "' is not of the form Service.method.",
          "callbox services lists the services, callbox describe SERVICE their methods.");
    }
    return new Target(name.substring(0, dot), name.substring(dot + 1));
  }

  /** Of the name of a service, or of one of its methods, whichever is served. */
  static Target serviceOrMethod(String name, List<NodeInfo> nodes) {
    boolean service = name.indexOf('.') < 0 || nodes.stream().anyMatch(it -> it.provides(name));
    return service ? new Target(name, null) : method(name);
  }
}
