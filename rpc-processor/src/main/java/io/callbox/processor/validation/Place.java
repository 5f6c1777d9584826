package io.callbox.processor.validation;

import javax.lang.model.element.Element;

/**
 * Where a type stands.
 *
 * @param element the declaration that a problem is put on
 * @param path how a user would get there: {@code order.lines[].price}
 */
record Place(Element element, String path) {

  private static final String RESULT = "the result";

  /** Of what a method returns, or completes its future with. */
  static Place ofResult(Element method) {
    return new Place(method, RESULT);
  }

  boolean isResult() {
    return path.equals(RESULT);
  }

  Place element(String name) {
    return new Place(element, path + name);
  }

  /** Within a member, which is itself a declaration. */
  Place member(String name, Element member) {
    return new Place(member, path + "." + name);
  }
}
