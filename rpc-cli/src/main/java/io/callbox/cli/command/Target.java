package io.callbox.cli.command;

import io.callbox.registry.NodeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The target of a command.
 *
 * @param service the service
 * @param method one of its methods; null for all
 */
record Target(String service, @Nullable String method) {

  /** Reads {@code Service.method}; the service's name may contain dots. */
  static Target method(String name) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0 || dot == name.length() - 1) {
      throw Refusal.misuse(
          "'" + name + "' is not of the form Service.method.",
          "callbox services lists the services, callbox describe SERVICE their methods.");
    }
    return new Target(name.substring(0, dot), name.substring(dot + 1));
  }

  /** Reads the name of a service or of one of its methods, depending on what nodes serve. */
  static Target serviceOrMethod(String name, List<NodeInfo> nodes) {
    boolean service = name.indexOf('.') < 0 || nodes.stream().anyMatch(it -> it.provides(name));
    return service ? new Target(name, null) : method(name);
  }
}
