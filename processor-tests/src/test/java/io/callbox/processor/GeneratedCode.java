package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;

/** Compiles sources with the processor, loads what comes out, and runs one class of it. */
public final class GeneratedCode extends ClassLoader {

  private final Map<String, JavaFileObject> classes;
  private final Compilation compilation;

  private GeneratedCode(Compilation compilation) {
    super(GeneratedCode.class.getClassLoader());
    this.compilation = compilation;
    this.classes =
        compilation.generatedFiles().stream()
            .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
            .collect(Collectors.toMap(GeneratedCode::binaryName, file -> file));
  }

  /** Runs a class of the sources, which is a {@code Callable} that fails if something is wrong. */
  static void run(String className, JavaFileObject... sources) throws Exception {
    Class<?> loaded = load(sources).loadClass(className);
    ((Callable<?>) loaded.getDeclaredConstructor().newInstance()).call();
  }

  /** Compiles sources without a warning; loads what comes out. */
  public static ClassLoader load(JavaFileObject... sources) {
    Compilation compilation = Corpus.compile(sources);
    assertThat(compilation).succeededWithoutWarnings();
    return new GeneratedCode(compilation);
  }

  /** Loads what a compilation made. */
  public static ClassLoader load(Compilation compilation) {
    return new GeneratedCode(compilation);
  }

  /** The documents that the processor has written, too. */
  @Override
  public InputStream getResourceAsStream(String name) {
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.toUri().getPath().equals("/CLASS_OUTPUT/" + name)) {
        try {
          return file.openInputStream();
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
    }
    return super.getResourceAsStream(name);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    JavaFileObject file = classes.get(name);
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    try (var in = file.openInputStream()) {
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException failure) {
      throw new ClassNotFoundException(name, failure);
    }
  }

  private static String binaryName(JavaFileObject file) {
    return file.toUri()
        .getPath()
        .replaceFirst("^/CLASS_OUTPUT/", "")
        .replaceFirst("\\.class$", "")
        .replace('/', '.');
  }
}
