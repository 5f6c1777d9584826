package io.callbox.processor.writing;

import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;
import io.callbox.processor.source.ClassName;
import io.callbox.processor.source.CodeBlock;

/** References to what reads and writes the keys of maps. */
final class KeyCode {

  private final MarshallerScope scope;

  KeyCode(MarshallerScope scope) {
    this.scope = scope;
  }

  CodeBlock reader(TypeShape key) {
    if (key instanceof StandardShape standard) {
      String suffix = standard.codec().reader().replaceFirst(".*\\.", "");
      return CodeBlock.of("$T::$L", Library.MAP_KEYS, suffix);
    }
    return CodeBlock.of("$T::read$L", scope.self(), scope.names().key(key));
  }

  CodeBlock writer(TypeShape key) {
    return key instanceof StandardShape
        ? CodeBlock.of("$T::valueOf", ClassName.of(String.class))
        : CodeBlock.of("$T::nameOf$L", scope.self(), scope.names().suffix(key));
  }
}
