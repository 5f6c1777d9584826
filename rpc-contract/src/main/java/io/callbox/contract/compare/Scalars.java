package io.callbox.contract.compare;

import io.callbox.contract.model.Schema;
import io.callbox.contract.model.Schema.Choice;
import io.callbox.contract.model.Schema.Numeric;
import io.callbox.contract.model.Schema.Text;
import io.callbox.contract.model.Schema.Truth;
import java.util.List;
import java.util.Set;

/** Compares types of one JSON value: numbers, texts and constants. */
final class Scalars {

  private static final String TEXT = "String";

  /**
   * The forms of an instant, which can be read as each other: with the offset of one place or
   * another.
   */
  private static final Set<String> MOMENTS = Set.of("Instant", "OffsetDateTime", "ZonedDateTime");

  private static final List<String> WHOLE = List.of("byte", "short", "int", "long");

  private final Flow flow;

  Scalars(Flow flow) {
    this.flow = flow;
  }

  void compare(Schema written, Schema read, String path) {
    if (written instanceof Truth && read instanceof Truth) {
      return;
    }
    if (written instanceof Numeric from && read instanceof Numeric to) {
      numbers(from, to, path);
    } else if (written instanceof Text from && read instanceof Text to) {
      texts(from, to, path);
    } else if (written instanceof Choice from && read instanceof Choice to) {
      choices(from, to, path);
    } else if (written instanceof Choice && read instanceof Text to && to.type().equals(TEXT)) {
      flow.harmless(path, Change.TYPE_CHANGED, "read it as text");
    } else if (written instanceof Text && read instanceof Choice to) {
      toChoice(to, path);
    } else {
      flow.mismatch(written, read, path);
    }
  }

  private void numbers(Numeric written, Numeric read, String path) {
    if (written.equals(read) || (written.coded() && read.coded())) {
      return;
    }
    if (read.coded() || !Precision.isWithinRange(written, read)) {
      flow.refused(
          path,
          Change.TYPE_CHANGED,
          "values of " + written.words() + " come that are none of " + read.words());
    } else if (!Precision.isExact(written, read)) {
      flow.silent(
          path,
          Change.TYPE_CHANGED,
          "%s round values of %s to %s, and nobody is told."
              .formatted(Flow.capitalised(flow.readers()), written.words(), read.words()));
    } else {
      flow.harmless(path, Change.TYPE_CHANGED, "read it as " + read.words());
    }
  }

  private void texts(Text written, Text read, String path) {
    if (written.equals(read) || (written.coded() && read.coded())) {
      return;
    }
    boolean understood =
        (read.type().equals(TEXT) && !read.coded())
            || isNoWider(written.type(), read.type())
            || (MOMENTS.contains(written.type()) && MOMENTS.contains(read.type()))
            || (written.type().equals("ZoneOffset") && read.type().equals("ZoneId"));
    if (understood) {
      flow.harmless(path, Change.TYPE_CHANGED, "read it as " + read.words());
    } else {
      flow.refused(
          path,
          Change.TYPE_CHANGED,
          "values of " + written.words() + " come that are none of " + read.words());
    }
  }

  /**
   * Returns whether a type of keys has no more values than another. Keys of entries are numbers as
   * text.
   */
  private static boolean isNoWider(String written, String read) {
    int from = WHOLE.indexOf(written);
    return from >= 0 && from <= WHOLE.indexOf(read);
  }

  private void toChoice(Choice read, String path) {
    if (read.fallback().isPresent()) {
      flow.harmless(path, Change.TYPE_CHANGED, "read unknown texts as " + read.fallback().get());
    } else {
      flow.refused(path, Change.TYPE_CHANGED, "it must be " + read.words());
    }
  }

  private void choices(Choice written, Choice read, String path) {
    Change change = flow.writerIsNew() ? Change.CONSTANT_ADDED : Change.CONSTANT_REMOVED;
    flow.spend(written.constants().size() + read.constants().size());
    for (String constant : read.unknownOf(written)) {
      String element = path + '.' + constant;
      if (read.fallback().isPresent()) {
        flow.harmless(element, change, "read " + constant + " as " + read.fallback().get());
      } else {
        flow.refused(element, change, constant + " comes where it must be " + read.words());
      }
    }
  }
}
