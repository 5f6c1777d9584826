package io.callbox.contract.compare;

import io.callbox.contract.model.Schema;
import io.callbox.contract.model.Schema.Structure;
import io.callbox.contract.model.Schema.Tag;
import io.callbox.contract.model.Schema.Union;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares sealed types, with each other and with plain objects. */
final class Unions {

  private final Flow flow;

  Unions(Flow flow) {
    this.flow = flow;
  }

  /** Compares two schemas of which at least one is a union. */
  void compare(Schema written, Schema read, String path) {
    if (written instanceof Union from && read instanceof Union to) {
      subtypes(from, to, path);
    } else if (written instanceof Structure from && read instanceof Union to) {
      toUnion(from, to, path);
    } else if (written instanceof Union from && read instanceof Structure) {
      ignored(from, path);
      from.subtypes().values().forEach(each -> flow.value(each, read, path));
    } else {
      flow.mismatch(written, read, path);
    }
  }

  private void ignored(Union written, String path) {
    String property = '\'' + written.property() + '\'';
    if (written.subtypes().size() > 1) {
      flow.silent(
          path,
          Change.TYPE_CHANGED,
          "%s ignore %s, take %s for the same, and nobody is told."
              .formatted(
                  Flow.capitalised(flow.readers()),
                  property,
                  Schema.listed(" and ", written.subtypes().keySet())));
    } else {
      flow.harmless(path, Change.TYPE_CHANGED, "ignore " + property);
    }
  }

  private void subtypes(Union written, Union read, String path) {
    flow.spend(written.subtypes().size() + read.subtypes().size());
    if (!written.property().equals(read.property())) {
      flow.refused(path, Change.TYPE_CHANGED, "'" + read.property() + "' is missing");
      return;
    }
    Set<String> unknown = new LinkedHashSet<>(written.subtypes().keySet());
    Set<String> unwritten = new LinkedHashSet<>(read.subtypes().keySet());
    for (Map.Entry<String, Schema> each : written.subtypes().entrySet()) {
      Optional.ofNullable(read.subtypes().get(each.getKey()))
          .ifPresent(
              known -> {
                unknown.remove(each.getKey());
                unwritten.remove(each.getKey());
                flow.value(each.getValue(), known, path + '.' + each.getKey());
              });
    }
    for (String tag : unknown) {
      unknown(tag, renamed(written.subtypes(), tag, read.subtypes(), unwritten), path, read);
    }
  }

  /**
   * Returns the subtype that only the reader has, and that could be the writer's under another
   * name.
   */
  private Optional<String> renamed(
      Map<String, Schema> written, String tag, Map<String, Schema> read, Set<String> unwritten) {
    Schema from = written.getOrDefault(tag, new Schema.Null());
    Optional<String> likely =
        Renames.first(
            unwritten, each -> flow.fits(from, read.getOrDefault(each, new Schema.Null())));
    likely.ifPresent(unwritten::remove);
    return likely;
  }

  private void unknown(String tag, Optional<String> likely, String path, Union read) {
    flow.spend(read.subtypes().size());
    String reason = "'%s' must be %s, and %s comes".formatted(read.property(), tags(read), tag);
    if (likely.isPresent()) {
      String older = flow.writerIsNew() ? likely.get() : tag;
      String newer = flow.writerIsNew() ? tag : likely.get();
      flow.refused(
          path + '.' + older,
          Change.SUBTYPE_RENAMED,
          "%s is probably renamed to %s, and %s".formatted(older, newer, reason));
    } else {
      Change change = flow.writerIsNew() ? Change.SUBTYPE_ADDED : Change.SUBTYPE_REMOVED;
      flow.refused(path + '.' + tag, change, reason);
    }
  }

  private void toUnion(Structure written, Union read, String path) {
    Optional<Schema> known =
        written
            .tag()
            .filter(tag -> tag.property().equals(read.property()))
            .map(Tag::text)
            .map(read.subtypes()::get);
    if (known.isPresent()) {
      flow.harmless(path, Change.TYPE_CHANGED, "read it as one of several subtypes");
      flow.value(written, known.get(), path);
    } else {
      flow.refused(path, Change.TYPE_CHANGED, "'" + read.property() + "' is missing");
    }
  }

  private static String tags(Union union) {
    return "one of " + Schema.listed(", ", union.subtypes().keySet());
  }
}
