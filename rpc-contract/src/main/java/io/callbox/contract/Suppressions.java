package io.callbox.contract;

import io.callbox.contract.compare.Change;
import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.JsonObject;
import io.callbox.contract.model.JsonTree;
import java.util.Arrays;
import java.util.List;

/**
 * Reads lists of suppressions, which are JSON:
 *
 * <pre>{@code
 * {"suppressions": [
 *   {"path": "Orders.place(item)", "change": "member-renamed",
 *    "reason": "Nobody has called it yet."}
 * ]}
 * }</pre>
 */
public final class Suppressions {

  private Suppressions() {}

  /**
   * Returns the suppressions of a text.
   *
   * @throws ContractFormatException if it is not such a list, a change has an unknown name, or a
   *     reason is missing
   */
  public static List<Suppression> read(String text) {
    JsonObject file = JsonObject.of(JsonTree.parse(text), "suppressions");
    if (!file.has("suppressions")) {
      throw new ContractFormatException("there is no member 'suppressions'");
    }
    return file.objects("suppressions").stream().map(Suppressions::suppression).toList();
  }

  private static Suppression suppression(JsonObject entry) {
    Suppression suppression =
        new Suppression(needed(entry, "path"), needed(entry, "change"), needed(entry, "reason"));
    if (Arrays.stream(Change.values()).noneMatch(each -> each.id().equals(suppression.change()))) {
      throw new ContractFormatException("there is no change named '" + suppression.change() + "'");
    }
    return suppression;
  }

  private static String needed(JsonObject entry, String name) {
    return entry
        .text(name)
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                new ContractFormatException(
                    "every suppression needs a '" + name + "': " + entry.members()));
  }
}
