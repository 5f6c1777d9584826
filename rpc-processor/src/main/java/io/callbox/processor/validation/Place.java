package io.callbox.processor.validation;

import javax.lang.model.element.Element;

/**
 * The place of a type in a contract.
 *
 * @param element the declaration for a problem
 * @param path the path from a parameter or result: {@code order.lines[].price}
 */
record Place(Element element, String path) {

  private static final String RESULT = "the result";

  /** Returns the place of a method's result, or of the value of its future. */
  static Place ofResult(Element method) {
    return new Place(method, RESULT);
  }

  boolean isResult() {
    return path.equals(RESULT);
  }

  Place element(String name) {
    return new Place(element, path + name);
  }

  /** Returns the place of a member, which is itself a declaration. */
  Place member(String name, Element member) {
    return new Place(member, path + "." + name);
  }
}
