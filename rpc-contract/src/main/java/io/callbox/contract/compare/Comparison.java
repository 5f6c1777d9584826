package io.callbox.contract.compare;

import io.callbox.contract.model.ServiceContract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The comparison of two versions of contracts: the differences, and the order in which clients and
 * workers may be replaced. Types are compared by their messages, so a record may be renamed.
 * Immutable.
 *
 * <pre>{@code
 * Comparison comparison = Comparison.of(OpenRpc.read(before), OpenRpc.read(now));
 * if (comparison.verdict() == Verdict.NEVER) {
 *   comparison.differences().forEach(System.err::println);
 * }
 * }</pre>
 *
 * @param differences all differences, those of a method together, in the order of the older version
 */
public record Comparison(List<Difference> differences) {

  /** Creates a comparison that found these differences. */
  public Comparison {
    differences = List.copyOf(differences);
  }

  /** Compares all services of two versions. Services are identified by their names on the wire. */
  public static Comparison of(List<ServiceContract> older, List<ServiceContract> newer) {
    Findings findings = new Findings();
    Map<String, ServiceContract> successors = byName(newer);
    List<ServiceContract> removed = new ArrayList<>();
    for (ServiceContract service : older) {
      ServiceContract successor = successors.remove(service.name());
      if (successor == null) {
        removed.add(service);
      } else {
        new ServiceComparison(service, successor, findings, Effort.unbounded()).compare();
      }
    }
    List<ServiceContract> added = new ArrayList<>(successors.values());
    Renames.take(
        removed,
        added,
        Comparison::isLike,
        (service, likely) -> renamed(service, likely, findings));
    removed.forEach(each -> removed(each, findings));
    added.forEach(each -> added(each, findings));
    return new Comparison(findings.differences());
  }

  /** Compares two versions of one service, which may have different names. */
  public static Comparison of(ServiceContract older, ServiceContract newer) {
    return of(older, newer, Effort.unbounded()).orElseThrow();
  }

  /**
   * Compares two versions of one service, which may have different names, if this takes no more
   * than an effort.
   */
  public static Optional<Comparison> of(
      ServiceContract older, ServiceContract newer, Effort effort) {
    Findings findings = new Findings();
    try {
      new ServiceComparison(older, newer, findings, effort).compare();
    } catch (Effort.SpentException tooMuch) {
      return Optional.empty();
    }
    return Optional.of(new Comparison(findings.differences()));
  }

  /**
   * Compares each method that both versions of a service have by itself, and returns the verdicts
   * by the methods' names. If all methods take more than an effort, it returns only the first ones.
   */
  public static Map<String, Verdict> ofMethods(
      ServiceContract older, ServiceContract newer, Effort effort) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    try {
      new ServiceComparison(older, newer, new Findings(), effort).eachMethod(verdicts::put);
    } catch (Effort.SpentException tooMuch) {
      return verdicts;
    }
    return verdicts;
  }

  /** Returns the verdict on all differences together. */
  public Verdict verdict() {
    return differences.stream().map(Difference::verdict).reduce(Verdict.EITHER, Verdict::and);
  }

  private static void renamed(ServiceContract service, ServiceContract likely, Findings findings) {
    findings.never(
        service.name(),
        Change.SERVICE_RENAMED,
        "'%s' is probably renamed to '%s': old and new do not find each other, and calls fail with UNAVAILABLE or UNIMPLEMENTED, and nothing runs."
            .formatted(service.name(), likely.name()));
  }

  /**
   * Returns whether one service is probably the other: half of their names, or their interfaces,
   * are the same.
   */
  private static boolean isLike(ServiceContract older, ServiceContract newer) {
    Set<String> names = newer.methods().keySet();
    long common = older.methods().keySet().stream().filter(names::contains).count();
    boolean sameOrigin = older.origin().isPresent() && older.origin().equals(newer.origin());
    return sameOrigin
        || (common > 0 && common * 2 >= Math.max(names.size(), older.methods().size()));
  }

  private static void removed(ServiceContract service, Findings findings) {
    findings.add(
        service.name(),
        Change.SERVICE_REMOVED,
        Pairing.OLD_CLIENT_NEW_WORKER,
        true,
        "Calls of old clients find no worker once all are new.",
        "");
  }

  private static void added(ServiceContract service, Findings findings) {
    findings.add(
        service.name(),
        Change.SERVICE_ADDED,
        Pairing.NEW_CLIENT_OLD_WORKER,
        true,
        "Calls of new clients find no worker until one is new.",
        "");
  }

  private static Map<String, ServiceContract> byName(List<ServiceContract> services) {
    Map<String, ServiceContract> byName = new LinkedHashMap<>();
    services.forEach(each -> byName.put(each.name(), each));
    return byName;
  }
}
