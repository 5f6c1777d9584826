package io.callbox.contract.compare;

import io.callbox.contract.model.Schema;
import io.callbox.contract.model.Schema.Checked;
import io.callbox.contract.model.Schema.Elements;
import io.callbox.contract.model.Schema.Entries;
import io.callbox.contract.model.Schema.Named;
import io.callbox.contract.model.Schema.Nullable;
import io.callbox.contract.model.Schema.Structure;
import io.callbox.contract.model.Schema.Union;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the types that are the same in both versions, including their contents. They need no
 * comparison, so a large contract with few changes is compared quickly.
 */
final class SameTypes {

  private SameTypes() {}

  /** Returns their names. */
  static Set<String> of(Map<String, Schema> older, Map<String, Schema> newer) {
    Map<String, Schema> same = new HashMap<>(older);
    same.entrySet().removeIf(each -> !each.getValue().equals(newer.get(each.getKey())));
    while (same.values().removeIf(type -> !isOf(same.keySet(), type))) {
      // a type that contains a different type is different, too
    }
    return same.keySet();
  }

  /** Returns whether schemas refer only to these types. */
  private static boolean isOf(Set<String> names, Collection<Schema> schemas) {
    return schemas.stream().allMatch(each -> isOf(names, each));
  }

  private static boolean isOf(Set<String> names, Schema schema) {
    if (schema instanceof Named named) {
      return names.contains(named.name());
    } else if (schema instanceof Nullable nullable) {
      return isOf(names, nullable.value());
    } else if (schema instanceof Checked checked) {
      return isOf(names, checked.value());
    } else if (schema instanceof Elements elements) {
      return isOf(names, elements.element());
    } else if (schema instanceof Entries entries) {
      return isOf(names, List.of(entries.keys(), entries.values()));
    } else if (schema instanceof Structure structure) {
      return structure.members().values().stream().allMatch(each -> isOf(names, each.schema()));
    } else if (schema instanceof Union union) {
      return isOf(names, union.subtypes().values());
    }
    return true;
  }
}
