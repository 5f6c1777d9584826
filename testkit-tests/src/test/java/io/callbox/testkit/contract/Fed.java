package io.callbox.testkit.contract;

import java.util.List;

/** A parent whose types its children choose. */
interface Fed<T> {

  List<T> feed(T[] hungry);
}
