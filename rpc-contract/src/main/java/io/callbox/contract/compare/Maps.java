package io.callbox.contract.compare;

import io.callbox.contract.model.Member;
import io.callbox.contract.model.Schema;
import io.callbox.contract.model.Schema.Choice;
import io.callbox.contract.model.Schema.Entries;
import io.callbox.contract.model.Schema.Structure;

/** Compares types that are read as maps: maps, and objects, whose members become entries. */
final class Maps {

  private static final Schema TEXT = new Schema.Text("String", false);

  private final Flow flow;

  Maps(Flow flow) {
    this.flow = flow;
  }

  /** Compares, unless the written type is neither a map nor similar to one. */
  boolean compare(Schema written, Entries read, String path) {
    if (written instanceof Entries from) {
      keys(from.keys(), read.keys(), path + "{key}");
      flow.value(from.values(), read.values(), path + "{}");
    } else if (written instanceof Structure from && read.keys().equals(TEXT)) {
      members(from, read, path);
    } else {
      return false;
    }
    return true;
  }

  /**
   * Compares keys. If the keys of several entries are read as the same constant, one entry is left.
   */
  private void keys(Schema written, Schema read, String path) {
    flow.value(written, read, path);
    if (flow.asWritten(written) instanceof Choice from
        && flow.asRead(read) instanceof Choice to
        && to.fallback().isPresent()
        && !to.unknownOf(from).isEmpty()) {
      flow.silent(
          path,
          Change.TYPE_CHANGED,
          "%s read several keys as %s, keep one of their entries, and nobody is told."
              .formatted(Flow.capitalised(flow.readers()), to.fallback().get()));
    }
  }

  private void members(Structure written, Entries read, String path) {
    flow.harmless(path, Change.TYPE_CHANGED, "read it as a map");
    written.tag().ifPresent(tag -> flow.value(TEXT, read.values(), path + '.' + tag.property()));
    written.members().values().stream()
        .filter(Member::written)
        .forEach(each -> flow.value(each.schema(), read.values(), path + '.' + each.name()));
  }
}
