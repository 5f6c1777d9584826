package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;

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
        ? CodeBlock.of("$T::valueOf", Marked.of(String.class))
        : CodeBlock.of("$T::nameOf$L", scope.self(), scope.names().suffix(key));
  }
}
