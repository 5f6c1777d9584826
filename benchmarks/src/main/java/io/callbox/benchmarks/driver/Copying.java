package io.callbox.benchmarks.driver;

import io.callbox.annotation.RemoteService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * The least that a processor can do: hands files to the compiler that it has in memory, without a
 * look at any contract. For one compilation.
 */
final class Copying extends AbstractProcessor {

  private final Map<String, String> files;
  private boolean done;

  private Copying(Map<String, String> files) {
    this.files = files;
  }

  /** All that was generated: sources from one folder, documents from the other, by their paths. */
  static Map<String, String> read(Path sources, Path classes) throws IOException {
    Map<String, String> files = new TreeMap<>();
    add(sources, ".java", files);
    add(classes, ".json", files);
    return files;
  }

  private static void add(Path folder, String end, Map<String, String> files) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(each -> each.toString().endsWith(end)).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
  }

  static Copying of(Map<String, String> files) {
    return new Copying(files);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(RemoteService.class.getCanonicalName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!done) {
      done = true;
      files.forEach(this::copy);
    }
    return false;
  }

  private void copy(String path, String text) {
    try (Writer out = file(path).openWriter()) {
      out.write(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private FileObject file(String path) throws IOException {
    Filer filer = processingEnv.getFiler();
    return path.endsWith(".java")
        ? filer.createSourceFile(path.replace(".java", "").replace('/', '.'))
        : filer.createResource(StandardLocation.CLASS_OUTPUT, "", path);
  }
}
