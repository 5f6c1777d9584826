package io.callbox.contract.compare;

import io.callbox.contract.model.Member;
import io.callbox.contract.model.Schema.Structure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Compares types with named members: objects, and the parameters of a method. */
final class Objects {

  private final Flow flow;

  Objects(Flow flow) {
    this.flow = flow;
  }

  void compare(Structure written, Structure read, String path) {
    if (read.checked() && !written.checked()) {
      flow.mayRefuse(path);
    }
    members(written.members(), read.members(), name -> path + '.' + name);
  }

  /** Compares parameters; the path is the method. */
  void compareParameters(List<Member> written, List<Member> read, String path) {
    members(Parameters.of(written), Parameters.of(read), name -> path + '(' + name + ')');
  }

  private void members(
      Map<String, Member> written, Map<String, Member> read, UnaryOperator<String> path) {
    flow.spend(written.size() + read.size());
    Set<String> sources = new HashSet<>();
    List<Member> missing = new ArrayList<>();
    for (Member wanted : read.values()) {
      Optional<Member> source = source(wanted, written, read.keySet());
      source.ifPresent(found -> sources.add(found.name()));
      if (wanted.read()) {
        source.ifPresentOrElse(found -> member(found, wanted, path), () -> missing.add(wanted));
      }
    }
    List<Member> unread = new ArrayList<>(written.values());
    unread.removeIf(each -> !each.written() || sources.contains(each.name()));
    Renames.take(
        missing,
        unread,
        (wanted, other) -> flow.fits(other.schema(), wanted.schema()),
        (wanted, likely) -> renamed(likely, wanted, path));
    missing.forEach(each -> missing(each, path));
    unread.forEach(each -> unread(each, path));
  }

  /**
   * Returns the member that is read under a name. A member with this name comes before one that an
   * alias matches, and an alias does not match the name of another member.
   */
  private static Optional<Member> source(
      Member wanted, Map<String, Member> written, Set<String> names) {
    return Optional.ofNullable(written.get(wanted.name()))
        .or(
            () ->
                wanted.aliases().stream()
                    .filter(alias -> !names.contains(alias))
                    .flatMap(alias -> Stream.ofNullable(written.get(alias)))
                    .findFirst());
  }

  private void member(Member written, Member read, UnaryOperator<String> path) {
    String element = path.apply((flow.writerIsNew() ? read : written).name());
    if (!written.written()) {
      return;
    }
    if (written.omitted() && read.needed()) {
      flow.refused(element, Change.NULL_REFUSED, quoted(read) + " may be left out");
    }
    flow.value(written.schema(), read.schema(), element);
  }

  private void renamed(Member written, Member wanted, UnaryOperator<String> path) {
    Member older = flow.writerIsNew() ? wanted : written;
    Member newer = flow.writerIsNew() ? written : wanted;
    String element = path.apply(older.name());
    String lead = quoted(older) + " is probably renamed to " + quoted(newer);
    if (wanted.needed()) {
      flow.refused(
          element, Change.MEMBER_RENAMED, lead + ", and " + quoted(wanted) + " is missing");
    } else {
      flow.silent(
          element,
          Change.MEMBER_RENAMED,
          "%s: %s read null for %s, ignore what comes as %s, and nobody is told."
              .formatted(Flow.capitalised(lead), flow.readers(), quoted(wanted), quoted(written)));
    }
  }

  private void missing(Member wanted, UnaryOperator<String> path) {
    Change change = flow.writerIsNew() ? Change.MEMBER_REMOVED : Change.MEMBER_ADDED;
    String element = path.apply(wanted.name());
    if (wanted.needed()) {
      flow.refused(element, change, quoted(wanted) + " is missing");
    } else {
      flow.harmless(element, change, "read null for " + quoted(wanted));
    }
  }

  private void unread(Member written, UnaryOperator<String> path) {
    Change change = flow.writerIsNew() ? Change.MEMBER_ADDED : Change.MEMBER_REMOVED;
    flow.harmless(path.apply(written.name()), change, "ignore " + quoted(written));
  }

  private static String quoted(Member member) {
    return '\'' + member.name() + '\'';
  }
}
