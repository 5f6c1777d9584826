package io.callbox.testkit.network;

/**
 * Which call of which caller: the same in each run, unlike its id.
 *
 * @param caller the node that calls
 * @param number which of its calls
 */
record CallKey(String caller, long number) {

  /** The call of this id, which a Callbox node numbers after its last hyphen; any other by hash. */
  static CallKey of(String caller, String id) {
    String number = id.substring(id.lastIndexOf('-') + 1);
    try {
      return new CallKey(caller, Long.parseLong(number));
    } catch (NumberFormatException foreign) {
      return new CallKey(caller, id.hashCode());
    }
  }
}
