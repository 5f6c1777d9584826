package io.callbox.processor.writing;

import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;

/** Makes references to the readers and writers of map keys. */
final class KeyCode {

  private final MarshallerScope scope;

  KeyCode(MarshallerScope scope) {
    this.scope = scope;
  }

  String reader(TypeShape key) {
    return key instanceof StandardShape standard
        ? Library.MAP_KEYS + "::" + ValueMethodsCode.method(standard.methods().reader())
        : scope.self() + "::read" + scope.names().key(key);
  }

  String writer(TypeShape key) {
    return key instanceof StandardShape
        ? Library.STRING + "::valueOf"
        : scope.self() + "::nameOf" + scope.names().suffix(key);
  }
}
