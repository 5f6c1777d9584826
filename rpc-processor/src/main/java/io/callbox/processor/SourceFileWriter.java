package io.callbox.processor;

import io.callbox.processor.model.JavaName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Hands source files to the compiler. For the compiler's thread. */
final class SourceFileWriter {

  private final Filer filer;
  private final Elements elements;

  /** Writes into a compilation. */
  SourceFileWriter(ProcessingEnvironment environment) {
    this.filer = environment.getFiler();
    this.elements = environment.getElementUtils();
  }

  /**
   * Writes a file of a service.
   *
   * @throws FilerException if a class with such a name exists already
   */
  void write(SourceText text, TypeElement origin) throws FilerException {
    try (Writer out = filer.createSourceFile(text.name().qualified(), origin).openWriter()) {
      out.write(hidesJavaLang(text) ? text.begin() : text.beginWithoutJavaLang());
      out.write(text.rest());
    } catch (FilerException taken) {
      throw taken;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns whether the package hides types of {@code java.lang}, which must then be imported. */
  private boolean hidesJavaLang(SourceText text) {
    String packageName = text.name().packageName();
    return text.fromJavaLang().stream()
        .map(name -> JavaName.of(packageName, name).qualified())
        .anyMatch(name -> elements.getTypeElement(name) != null);
  }
}
