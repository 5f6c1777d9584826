package io.callbox.processor.validation;

import com.google.auto.common.MoreElements;
import io.callbox.annotation.Durable;
import io.callbox.annotation.Idempotent;
import io.callbox.annotation.OneWay;
import io.callbox.annotation.RemoteMethod;
import io.callbox.annotation.Tool;
import io.callbox.processor.reading.Contract;
import java.lang.annotation.Annotation;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/** Validates that a local method has no annotations for remote methods. */
final class LocalMethods {

  /** The annotations of remote methods. */
  static final List<Class<? extends Annotation>> REMOTE =
      List.of(RemoteMethod.class, Idempotent.class, OneWay.class, Tool.class, Durable.class);

  private final ValidationReport report;

  LocalMethods(ValidationReport report) {
    this.report = report;
  }

  void validate(Contract contract) {
    for (ExecutableElement method : contract.localMethods()) {
      REMOTE.stream()
          .filter(annotation -> MoreElements.isAnnotationPresent(method, annotation))
          .forEach(annotation -> add(method, annotation));
    }
  }

  private void add(ExecutableElement method, Class<? extends Annotation> annotation) {
    report.add(
        ProblemCode.LOCAL_METHOD,
        method,
        annotation,
        "@"
            + annotation.getSimpleName()
            + " has no meaning here: "
            + method.getSimpleName()
            + " is run where it is called; take the annotation away, or make the method abstract");
  }
}
