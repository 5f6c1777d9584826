package io.callbox.testkit.network;

/**
 * Identifies a call by its caller and its number: the same in each run, unlike its id.
 *
 * @param caller the node that calls
 * @param number the number of the call among those of this node
 */
record CallKey(String caller, long number) {

  /**
   * Returns the key of the call with this id. A Callbox node numbers its calls after the last
   * hyphen; other ids are hashed.
   */
  static CallKey of(String caller, String id) {
    String number = id.substring(id.lastIndexOf('-') + 1);
    try {
      return new CallKey(caller, Long.parseLong(number));
    } catch (NumberFormatException foreign) {
      return new CallKey(caller, id.hashCode());
    }
  }
}
