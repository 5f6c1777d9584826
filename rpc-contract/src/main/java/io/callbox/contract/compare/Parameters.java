package io.callbox.contract.compare;

import io.callbox.contract.model.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a method as members of an object, by their names on the wire. */
final class Parameters {

  private Parameters() {}

  static Map<String, Member> of(List<Member> parameters) {
    Map<String, Member> members = new LinkedHashMap<>();
    parameters.forEach(each -> members.put(each.name(), each));
    return members;
  }

  /** Returns whether the parameters that both versions have come in the same order. */
  static boolean sameOrder(List<Member> older, List<Member> newer) {
    return common(older, newer).equals(common(newer, older));
  }

  private static List<String> common(List<Member> some, List<Member> others) {
    Map<String, Member> known = of(others);
    return some.stream().map(Member::name).filter(known::containsKey).toList();
  }
}
