package io.callbox.processor;

import com.google.auto.common.BasicAnnotationProcessor.Step;
import com.google.auto.common.MoreElements;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.callbox.annotation.RemoteService;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.reading.Contract;
import io.callbox.processor.reading.Mirrors;
import io.callbox.processor.reading.ServiceReader;
import io.callbox.processor.reading.TypeForms;
import io.callbox.processor.validation.ServiceValidator;
import io.callbox.processor.validation.ValidationReport;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Takes each annotated interface through all stages. If another processor must still generate a
 * type that the interface uses, it waits for a later round. If the interface uses a type to which
 * Lombok adds members, it waits once.
 *
 * <p>The compiler's thread does all but the rendering of sources.
 */
final class RemoteServiceStep implements Step {

  private final Messager messager;
  private final Mirrors mirrors;
  private final ServiceValidator validator;
  private final ServiceReader reader;
  private final ServiceWriter writer;
  private final ComponentModel model;
  private final Set<String> seen = new HashSet<>();

  RemoteServiceStep(ProcessingEnvironment environment) {
    Options options = Options.of(environment);
    options.printProblems(environment.getMessager());
    this.mirrors = Mirrors.of(environment);
    this.messager = environment.getMessager();
    this.validator = new ServiceValidator(mirrors, options.strict());
    this.reader = new ServiceReader(mirrors);
    this.writer = new ServiceWriter(environment, mirrors);
    this.model = options.componentModel();
  }

  @Override
  public Set<String> annotations() {
    return Set.of(RemoteService.class.getCanonicalName());
  }

  @Override
  public Set<? extends Element> process(ImmutableSetMultimap<String, Element> annotated) {
    ImmutableSet.Builder<Element> later = ImmutableSet.builder();
    SourceRenderer renderer = new SourceRenderer(mirrors.elements(), model);
    try (Renderings renderings = new Renderings(renderer::render)) {
      for (Element element : annotated.values()) {
        if (!process(MoreElements.asType(element), renderings)) {
          later.add(element);
        }
        renderings.nextDone().ifPresent(this::write);
      }
      renderings.rest().forEach(this::write);
    }
    return later.build();
  }

  /**
   * Processes an interface. Returns whether it is finished, with or without errors, except for its
   * files.
   */
  private boolean process(TypeElement element, Renderings renderings) {
    try {
      TypeForms forms = new TypeForms(mirrors, element);
      Contract contract = Contract.of(element, mirrors);
      ValidationReport report = validator.validate(contract, forms);
      boolean first = seen.add(element.getQualifiedName().toString());
      if (report.isUndecided() || (first && report.isUnfinished())) {
        return false;
      }
      report.printTo(messager);
      if (report.isClean()) {
        ServiceModel service = reader.read(contract, forms);
        if (writer.reserve(service, element)) {
          renderings.add(service, element);
        }
      }
      return true;
    } catch (RuntimeException bug) {
      throw reported(bug, element);
    }
  }

  private void write(Rendering rendering) {
    try {
      writer.write(rendering);
    } catch (RuntimeException bug) {
      throw reported(bug, rendering.origin());
    }
  }

  private RuntimeException reported(RuntimeException bug, TypeElement element) {
    messager.printMessage(
        Diagnostic.Kind.ERROR,
        "RPC900: Callbox failed on this interface, which is a bug of Callbox's. Please report it to"
            + " Callbox's issue tracker with the interface and the stack trace that follows.",
        element);
    return bug;
  }
}
