package io.callbox.processor.evolution;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.callbox.contract.model.OpenRpc;
import io.callbox.contract.model.ServiceContract;
import io.callbox.processor.Corpus;
import io.callbox.processor.GeneratedCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;

/** The contracts of all rows, older or newer, compiled at once. */
final class Version {

  private final Compilation compilation;
  private final ClassLoader classes;

  Version(List<Row> rows, boolean newer) {
    JavaFileObject[] sources =
        IntStream.range(0, rows.size())
            .mapToObj(index -> source(index, rows.get(index), newer))
            .toArray(JavaFileObject[]::new);
    this.compilation = Corpus.compileLoosely(sources);
    if (compilation.status() != Compilation.Status.SUCCESS) {
      throw new AssertionError(compilation.errors().toString());
    }
    this.classes = GeneratedCode.load(compilation);
  }

  private static JavaFileObject source(int index, Row row, boolean newer) {
    String name = "row" + index + ".Row";
    Function<Row, String> body = newer ? Row::newer : Row::older;
    return JavaFileObjects.forSourceString(
        name,
        """
        package row%d;
        import com.fasterxml.jackson.annotation.*;
        import io.callbox.annotation.*;
        import java.math.*;
        import java.time.*;
        import java.util.*;
        import java.util.concurrent.CompletableFuture;
        import java.util.concurrent.Flow;
        import java.util.stream.Stream;
        import org.jspecify.annotations.NonNull;
        @RemoteService("%s") public interface Row { %s }
        """
            .formatted(index, serviceName(index, row, newer), body.apply(row)));
  }

  static String serviceName(int index, Row row, boolean newer) {
    return "Row" + index + (newer ? row.annotation() : "");
  }

  /** The interface of a row. */
  Class<?> contract(int index) {
    return load(index, "Row");
  }

  /** A class that was generated for a row. */
  Class<?> load(int index, String name) {
    try {
      return classes.loadClass("row" + index + '.' + name);
    } catch (ClassNotFoundException impossible) {
      throw new LinkageError(name, impossible);
    }
  }

  /** The document of a service. */
  ServiceContract document(String service) {
    JavaFileObject file =
        compilation.generatedFiles().stream()
            .filter(each -> each.getName().endsWith("/" + service + ".openrpc.json"))
            .findFirst()
            .orElseThrow();
    try {
      return OpenRpc.read(file.getCharContent(false).toString()).get(0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
