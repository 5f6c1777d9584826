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
 * Values that one version writes and the other reads: parameters, a result or an exception of one
 * method, in one pairing. Types are compared by what is in them: their names do not travel. For one
 * thread.
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

  /** A named type and what it is compared with now, where only one of the two has a name. */
  private final Set<Pair> within;

  /** What trials have found; all flows that come of one share it. */
  private final Map<Pair, Boolean> tried;

  private final Depth depth;

  private boolean harmed;

  /**
   * A flow.
   *
   * @param reach what part of which method it is
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

  /** A trial. What is being compared already is not tried again: a type may contain itself. */
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

  /** Returns whether what is written as the one can be read as the other, without harm. */
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

  /** The call fails, for a reason. */
  void refused(String path, Change change, String reason) {
    add(path, change, Harm.REFUSED, direction.refused(pairing, reason));
  }

  /** Something is lost, and nobody is told. */
  void silent(String path, Change change, String sentence) {
    add(path, change, Harm.SILENT, sentence);
  }

  /** Readers do something that does no harm. */
  void harmless(String path, Change change, String whatReadersDo) {
    add(path, change, Harm.NONE, capitalised(readers()) + ' ' + whatReadersDo + '.');
  }

  /** Returns what a schema of those who write stands for. */
  Schema asWritten(Schema schema) {
    return writer.resolve(schema);
  }

  /** Returns what a schema of those who read stands for. */
  Schema asRead(Schema schema) {
    return reader.resolve(schema);
  }

  /** Returns those who read: {@code old workers}. */
  String readers() {
    return direction.readers(pairing);
  }

  /**
   * Compares what is written with what is read. Two named types are compared once, so that a type
   * may contain itself; what is found is said of the type, not of each place where it is used.
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

  /** The value is of another kind altogether. */
  void mismatch(Schema written, Schema read, String path) {
    refused(
        path, Change.TYPE_CHANGED, read.words() + " is needed, and " + written.words() + " comes");
  }

  /** A constructor of the reader's is one that the writer does not have. */
  void mayRefuse(String path) {
    refused(
        path, Change.CONSTRUCTOR_CHECKS, "a constructor may refuse what it did not refuse before");
  }

  /** Counts the work; ends the comparison if it is too much. */
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
