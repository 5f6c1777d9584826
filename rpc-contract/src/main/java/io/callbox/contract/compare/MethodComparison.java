package io.callbox.contract.compare;

import io.callbox.contract.model.MethodContract;
import io.callbox.contract.model.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares two versions of a method. */
final class MethodComparison {

  private static final Schema NOTHING = new Schema.Null();

  private final Sides sides;
  private final String path;
  private final Findings findings;

  /**
   * Creates a comparison.
   *
   * @param path the method's name with its service
   */
  MethodComparison(Sides sides, String path, Findings findings) {
    this.sides = sides;
    this.path = path;
    this.findings = findings;
  }

  void compare(MethodContract older, MethodContract newer) {
    for (Pairing pairing : Pairing.values()) {
      MethodContract client = pairing.clientIsNew() ? newer : older;
      MethodContract worker = pairing.clientIsNew() ? older : newer;
      new Objects(flow(pairing, Direction.PARAMETERS, "parameters of "))
          .compareParameters(client.parameters(), worker.parameters(), path);
      result(worker, client, pairing);
      exceptions(worker.exceptions(), client.exceptions(), pairing);
    }
    traits(older, newer);
  }

  private void result(MethodContract worker, MethodContract client, Pairing pairing) {
    Flow flow = flow(pairing, Direction.RESULT, "result of ");
    if (worker.traits().streams() == client.traits().streams()) {
      flow.value(worker.result(), client.result(), path + ".result");
    } else {
      flow.refused(
          path + ".result",
          Change.STREAM_CHANGED,
          worker.traits().streams()
              ? "a caller that does not say how many items it takes is refused"
              : "a caller that waits for items gets a response without any");
    }
  }

  /** Returns whether one method could be the other under another name. */
  boolean isLike(MethodContract older, MethodContract newer) {
    Flow parameters = flow(Pairing.OLD_CLIENT_NEW_WORKER, Direction.PARAMETERS, "");
    Flow result = flow(Pairing.OLD_CLIENT_NEW_WORKER, Direction.RESULT, "");
    List<String> names = older.parameters().stream().map(each -> each.name()).toList();
    boolean sameNames = names.equals(newer.parameters().stream().map(each -> each.name()).toList());
    return sameNames
        && older.traits().oneWay() == newer.traits().oneWay()
        && older.traits().streams() == newer.traits().streams()
        && result.fits(newer.result(), older.result())
        && parameters.fits(structure(older), structure(newer));
  }

  private static Schema structure(MethodContract method) {
    return new Schema.Structure(Parameters.of(method.parameters()), Optional.empty(), false);
  }

  private Flow flow(Pairing pairing, Direction direction, String part) {
    return new Flow(sides, pairing, direction, findings, part + path);
  }

  private void exceptions(Map<String, Schema> thrown, Map<String, Schema> known, Pairing pairing) {
    Flow flow = flow(pairing, Direction.EXCEPTION, "exceptions of ");
    flow.spend(thrown.size() + known.size());
    Set<String> unthrown = new LinkedHashSet<>(known.keySet());
    unthrown.removeAll(thrown.keySet());
    for (Map.Entry<String, Schema> each : thrown.entrySet()) {
      Schema expected = known.get(each.getKey());
      if (expected != null) {
        flow.value(each.getValue(), expected, each.getKey());
      } else {
        unknown(flow, each, known, unthrown);
      }
    }
  }

  private void unknown(
      Flow flow,
      Map.Entry<String, Schema> thrown,
      Map<String, Schema> known,
      Set<String> unthrown) {
    String name = thrown.getKey();
    Optional<String> likely =
        Renames.first(
            unthrown, each -> flow.fits(thrown.getValue(), known.getOrDefault(each, NOTHING)));
    String reason = name + " arrives without its type, as APPLICATION";
    if (likely.isPresent()) {
      unthrown.remove(likely.get());
      String older = flow.writerIsNew() ? likely.get() : name;
      String newer = flow.writerIsNew() ? name : likely.get();
      String lead = older + " is probably renamed to " + newer + ", and ";
      flow.refused(path + ".throws." + older, Change.EXCEPTION_RENAMED, lead + reason);
    } else {
      Change change = flow.writerIsNew() ? Change.EXCEPTION_ADDED : Change.EXCEPTION_REMOVED;
      flow.refused(path + ".throws." + name, change, reason);
    }
  }

  private void traits(MethodContract older, MethodContract newer) {
    if (!Parameters.sameOrder(older.parameters(), newer.parameters())) {
      findings.note(
          path,
          Change.PARAMETERS_REORDERED,
          "Stubs send parameters by name; whoever sends them by position must know the version.");
    }
    if (older.traits().oneWay() != newer.traits().oneWay()) {
      findings.note(
          path,
          Change.ONE_WAY_CHANGED,
          newer.traits().oneWay()
              ? "New clients no longer wait, and are told of no error."
              : "New clients wait until it has run.");
    }
    idempotent(older.traits().idempotent(), newer.traits().idempotent());
    durable(older.traits().durable(), newer.traits().durable());
    if (!older.traits().timeout().equals(newer.traits().timeout())) {
      findings.note(
          path,
          Change.TIMEOUT_CHANGED,
          "New clients wait for %s, old ones for %s."
              .formatted(words(newer.traits().timeout()), words(older.traits().timeout())));
    }
  }

  /**
   * Compares {@code idempotent}: the caller decides on retries by it, and the provider on
   * redelivery.
   */
  private void idempotent(boolean older, boolean newer) {
    if (newer && !older) {
      findings.note(path, Change.IDEMPOTENCE_CHANGED, "New workers run it again if a worker dies.");
    } else if (older && !newer) {
      findings.add(
          path,
          Change.IDEMPOTENCE_CHANGED,
          Pairing.OLD_CLIENT_NEW_WORKER,
          true,
          "Old clients send a call again that may have run, and new workers run it twice.",
          "");
    }
  }

  private void durable(String older, String newer) {
    if (older.equals(newer)) {
      return;
    }
    if (newer.isEmpty()) {
      refused(
          Pairing.OLD_CLIENT_NEW_WORKER,
          "New workers refuse durable calls, those too that wait already.");
    } else if (older.isEmpty()) {
      refused(Pairing.NEW_CLIENT_OLD_WORKER, "Old workers refuse durable calls.");
    } else {
      findings.note(
          path,
          Change.DURABLE_CHANGED,
          "Durable calls were %s; now they are %s.".formatted(older, newer));
    }
  }

  private void refused(Pairing pairing, String sentence) {
    findings.add(path, Change.DURABLE_CHANGED, pairing, true, sentence, "");
  }

  private static String words(String timeout) {
    return timeout.isEmpty() ? "their channel's time" : timeout;
  }
}
