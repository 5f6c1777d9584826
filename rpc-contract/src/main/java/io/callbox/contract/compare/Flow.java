package io.callbox.contract.compare;

import io.callbox.contract.model.Schema;
import io.callbox.contract.model.Schema.Anything;
import io.callbox.contract.model.Schema.Checked;
import io.callbox.contract.model.Schema.Elements;
import io.callbox.contract.model.Schema.Entries;
import io.callbox.contract.model.Schema.Named;
import io.callbox.contract.model.Schema.Null;
import io.callbox.contract.model.Schema.Nullable;
import io.callbox.contract.model.Schema.Structure;
import io.callbox.contract.model.Schema.Union;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The values that one version writes and the other reads: parameters, a result or an exception of
 * one method, in one pairing. Types are compared by their contents, because their names do not
 * travel. For one thread.
 */
final class Flow {

  private final Pairing pairing;
  private final Direction direction;
  private final Sides sides;
  private final Side writer;
  private final Side reader;
  private final Findings findings;
  private final String reach;
  private final Visits visited;

  /** The pairs that are being compared now and of which only one type has a name. */
  private final Set<Pair> within;

  /** The results of trials, shared by all flows that come from one flow. */
  private final Map<Pair, Boolean> tried;

  private final Depth depth;

  private boolean harmed;

  /**
   * Creates a flow.
   *
   * @param reach names the method and its part
   */
  Flow(Sides sides, Pairing pairing, Direction direction, Findings findings, String reach) {
    this.pairing = pairing;
    this.direction = direction;
    this.sides = sides;
    this.writer = sides.of(direction.writerIsNew(pairing));
    this.reader = sides.of(!direction.writerIsNew(pairing));
    this.findings = findings;
    this.reach = reach;
    this.visited = new Visits();
    this.within = new HashSet<>();
    this.tried = new HashMap<>();
    this.depth = new Depth();
  }

  /** Creates a trial. It skips pairs that are being compared: a type may contain itself. */
  private Flow(Flow other) {
    this.pairing = other.pairing;
    this.direction = other.direction;
    this.sides = other.sides;
    this.writer = other.writer;
    this.reader = other.reader;
    this.findings = new Findings();
    this.reach = other.reach;
    this.visited = other.visited.further();
    this.within = other.within;
    this.tried = other.tried;
    this.depth = other.depth.further();
  }

  boolean writerIsNew() {
    return writer.newer();
  }

  /** Returns whether a value that is written as one type can be read as the other, without harm. */
  boolean fits(Schema written, Schema read) {
    Pair pair = Pair.of(written, read);
    Boolean known = tried.get(pair);
    if (known != null || depth.isTooGreatForTrials()) {
      return known == null || known;
    }
    Flow trial = new Flow(this);
    trial.value(written, read, "");
    trial.visited.undo();
    tried.put(pair, !trial.harmed);
    return !trial.harmed;
  }

  /** Notes that the call fails, for a reason. */
  void refused(String path, Change change, String reason) {
    add(path, change, Harm.REFUSED, direction.refused(pairing, reason));
  }

  /** Notes that data are lost without a message. */
  void silent(String path, Change change, String sentence) {
    add(path, change, Harm.SILENT, sentence);
  }

  /** Notes an action of readers that does no harm. */
  void harmless(String path, Change change, String whatReadersDo) {
    add(path, change, Harm.NONE, capitalised(readers()) + ' ' + whatReadersDo + '.');
  }

  /** Returns the type for which a schema of the writers stands. */
  Schema asWritten(Schema schema) {
    return writer.resolve(schema);
  }

  /** Returns the type for which a schema of the readers stands. */
  Schema asRead(Schema schema) {
    return reader.resolve(schema);
  }

  /** Returns the readers: {@code old workers}. */
  String readers() {
    return direction.readers(pairing);
  }

  /**
   * Compares a written type with a read type. Two named types are compared once, so that a type may
   * contain itself; findings name the type, and not each place where it is used.
   */
  void value(Schema written, Schema read, String path) {
    spend(1);
    if (!depth.within(() -> compare(written, read, path))) {
      refused(path, Change.TYPE_CHANGED, "it is nested too deeply to be compared");
    }
  }

  private void compare(Schema written, Schema read, String path) {
    if (written instanceof Nullable value) {
      if (!reader.takesNull(read)) {
        refused(path, Change.NULL_REFUSED, "null may come where " + read.words() + " is needed");
      }
      value(value.value(), read, path);
    } else if (read instanceof Nullable value && !writer.isNull(written)) {
      value(written, value.value(), path);
    } else if (written instanceof Named from && read instanceof Named to) {
      if (!sides.areSame(from, to) && visited.add(Pair.of(from, to))) {
        depth.named(() -> named(from, to));
      }
    } else if (written instanceof Named || read instanceof Named) {
      Pair pair = Pair.of(written, read);
      if (within.add(pair)) {
        present(writer.resolve(written), reader.resolve(read), path);
        within.remove(pair);
      }
    } else {
      present(written, read, path);
    }
  }

  private void named(Named from, Named to) {
    String older = writer.newer() ? to.name() : from.name();
    present(writer.resolve(from), reader.resolve(to), older);
  }

  private void present(Schema written, Schema read, String path) {
    if (written instanceof Checked || read instanceof Checked) {
      if (!(written instanceof Checked)) {
        mayRefuse(path);
      }
      value(Side.unchecked(written), Side.unchecked(read), path);
    } else if (read instanceof Anything any) {
      anything(written, any, path);
    } else if (read instanceof Null) {
      if (!(written instanceof Null)) {
        harmless(path, Change.TYPE_CHANGED, "ignore the value");
      }
    } else if (written instanceof Null) {
      nothing(read, path);
    } else if (written instanceof Nullable || read instanceof Nullable) {
      value(written, read, path);
    } else {
      composed(written, read, path);
    }
  }

  private void nothing(Schema read, String path) {
    if (reader.takesNull(read)) {
      harmless(path, Change.TYPE_CHANGED, "read null");
    } else {
      refused(path, Change.TYPE_CHANGED, "null comes where " + read.words() + " is needed");
    }
  }

  private void anything(Schema written, Anything read, String path) {
    if (read.equals(written)) {
      return;
    }
    if (read.boundTo().isEmpty()) {
      harmless(path, Change.TYPE_CHANGED, "read it as JSON of any form");
    } else {
      refused(path, Change.TYPE_CHANGED, "it is for databind to read " + written.words());
    }
  }

  private void composed(Schema written, Schema read, String path) {
    if (written instanceof Elements from && read instanceof Elements to) {
      if (from.set() != to.set()) {
        String effect = to.set() ? "drop what is there twice" : "read it as a list";
        harmless(path, Change.TYPE_CHANGED, effect);
      }
      value(from.element(), to.element(), path + "[]");
    } else if (read instanceof Entries to && new Maps(this).compare(written, to, path)) {
      return;
    } else if (written instanceof Structure from && read instanceof Structure to) {
      new Objects(this).compare(from, to, path);
    } else if (written instanceof Union || read instanceof Union) {
      new Unions(this).compare(written, read, path);
    } else {
      new Scalars(this).compare(written, read, path);
    }
  }

  /** Notes that the value is of another kind. */
  void mismatch(Schema written, Schema read, String path) {
    refused(
        path, Change.TYPE_CHANGED, read.words() + " is needed, and " + written.words() + " comes");
  }

  /** Notes that the reader has a constructor that may refuse values, and the writer has not. */
  void mayRefuse(String path) {
    refused(
        path, Change.CONSTRUCTOR_CHECKS, "a constructor may refuse what it did not refuse before");
  }

  /** Counts steps; ends the comparison if there are too many. */
  void spend(int steps) {
    sides.effort().spend(steps);
  }

  private void add(String path, Change change, Harm harm, String sentence) {
    spend(1);
    harmed |= harm != Harm.NONE;
    findings.add(path, change, pairing, harm != Harm.NONE, sentence, reach);
  }

  static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
