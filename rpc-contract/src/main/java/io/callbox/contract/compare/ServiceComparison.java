package io.callbox.contract.compare;

import io.callbox.contract.model.MethodContract;
import io.callbox.contract.model.ServiceContract;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Compares two versions of a service. */
final class ServiceComparison {

  private final ServiceContract older;
  private final ServiceContract newer;
  private final Sides sides;
  private final Findings findings;

  ServiceComparison(
      ServiceContract older, ServiceContract newer, Findings findings, Effort effort) {
    this.older = older;
    this.newer = newer;
    this.sides = Sides.of(older, newer, effort);
    this.findings = findings;
  }

  void compare() {
    List<MethodContract> removed = new ArrayList<>();
    for (MethodContract method : older.methods().values()) {
      MethodContract successor = newer.methods().get(method.name());
      if (successor == null) {
        removed.add(method);
      } else {
        of(method).compare(method, successor);
      }
    }
    List<MethodContract> added = new ArrayList<>(newer.methods().values());
    added.removeIf(each -> older.methods().containsKey(each.name()));
    Renames.take(
        removed, added, (method, other) -> of(method).isLike(method, other), this::renamed);
    removed.forEach(this::removed);
    added.forEach(this::added);
  }

  /** Passes on the verdict on each method that both versions have, one after the other. */
  void eachMethod(BiConsumer<String, Verdict> verdicts) {
    for (MethodContract method : older.methods().values()) {
      MethodContract successor = newer.methods().get(method.name());
      if (successor != null) {
        Findings found = new Findings();
        new MethodComparison(sides, path(method), found).compare(method, successor);
        verdicts.accept(method.name(), new Comparison(found.differences()).verdict());
      }
    }
  }

  private void renamed(MethodContract method, MethodContract likely) {
    findings.never(
        path(method),
        Change.METHOD_RENAMED,
        "'%s' is probably renamed to '%s': calls of old clients to new workers, and of new clients to old workers, fail with UNIMPLEMENTED, and nothing runs."
            .formatted(method.name(), likely.name()));
  }

  private void removed(MethodContract method) {
    findings.add(
        path(method),
        Change.METHOD_REMOVED,
        Pairing.OLD_CLIENT_NEW_WORKER,
        true,
        "Calls of old clients to new workers fail with UNIMPLEMENTED, and nothing runs.",
        "");
  }

  private void added(MethodContract method) {
    findings.add(
        path(method),
        Change.METHOD_ADDED,
        Pairing.NEW_CLIENT_OLD_WORKER,
        true,
        "Calls of new clients to old workers fail with UNIMPLEMENTED, and nothing runs.",
        "");
  }

  private MethodComparison of(MethodContract method) {
    return new MethodComparison(sides, path(method), findings);
  }

  private String path(MethodContract method) {
    return older.name() + '.' + method.name();
  }
}
