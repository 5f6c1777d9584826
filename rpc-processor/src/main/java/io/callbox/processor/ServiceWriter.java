package io.callbox.processor;

import io.callbox.processor.model.HidingNames;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.reading.Mirrors;
import io.callbox.processor.validation.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Writes all files of a service, or reports the name that is in the way. For one compilation, and
 * the compiler's thread.
 */
final class ServiceWriter {

  private final Messager messager;
  private final SourceFileWriter sources;
  private final ContractFileWriter contracts;
  private final NativeImageFileWriter nativeImages;
  private final Map<JavaName, JavaName> written = new HashMap<>();

  ServiceWriter(ProcessingEnvironment environment, Mirrors mirrors) {
    this.messager = environment.getMessager();
    this.sources = new SourceFileWriter(environment);
    this.contracts = new ContractFileWriter(environment, mirrors);
    this.nativeImages = new NativeImageFileWriter(environment);
  }

  /** Reserves the names of the service's classes. Returns whether they were free. */
  boolean reserve(ServiceModel service, TypeElement origin) {
    Optional<String> hiding = HidingNames.of(service);
    List<JavaName> classes = classes(service);
    Optional<JavaName> taken = classes.stream().filter(written::containsKey).findFirst();
    if (hiding.isPresent()) {
      print(
          ProblemCode.HIDING_NAME,
          "generated code cannot get past the name '"
              + hiding.get()
              + "': a nested type, constant or type of the package is called so, and what is meant"
              + " is hidden; rename it",
          origin);
    } else if (taken.isPresent()) {
      print(
          ProblemCode.DUPLICATE_CLASS,
          taken.get().qualified()
              + " would be generated for both "
              + Objects.requireNonNull(written.get(taken.get())).dotted()
              + " and "
              + service.name().dotted()
              + "; rename one of these interfaces",
          origin);
    } else {
      classes.forEach(each -> written.put(each, service.name()));
      return true;
    }
    return false;
  }

  /** Writes the rendered sources, and the other files. */
  void write(Rendering rendering) {
    ServiceModel service = rendering.service();
    TypeElement origin = rendering.origin();
    try {
      for (SourceText text : rendering.texts()) {
        sources.write(text, origin);
      }
      contracts.write(service, origin);
      nativeImages.write(service, origin);
    } catch (FilerException taken) {
      print(
          ProblemCode.DUPLICATE_CLASS,
          "a class would be generated for "
              + service.name().dotted()
              + " that this compilation has already ("
              + taken.getMessage()
              + "); rename the class or the interface",
          origin);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<JavaName> classes(ServiceModel service) {
    List<JavaName> classes = new ArrayList<>();
    classes.add(service.stub());
    classes.add(service.asyncStub());
    if (!service.methodsToAll().isEmpty()) {
      classes.add(service.allStub());
    }
    if (!service.durableMethods().isEmpty()) {
      classes.add(service.durableStub());
    }
    classes.add(service.skeleton());
    classes.add(service.marshaller());
    return classes;
  }

  private void print(ProblemCode code, String message, TypeElement origin) {
    messager.printMessage(Diagnostic.Kind.ERROR, code.id() + ": " + message, origin);
  }
}
