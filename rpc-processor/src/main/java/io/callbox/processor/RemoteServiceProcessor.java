package io.callbox.processor;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.auto.service.AutoService;
import io.callbox.processor.validation.StrayAnnotations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The processor that the compiler calls. Each kind of annotated element has its own step. */
@AutoService(Processor.class)
public final class RemoteServiceProcessor extends AbstractProcessor {

  private final Steps steps = new Steps();
  private StrayAnnotations strays;

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    steps.init(environment);
    strays = new StrayAnnotations(environment.getTypeUtils(), Options.of(environment).strict());
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    Set<String> types = new HashSet<>(steps.getSupportedAnnotationTypes());
    types.addAll(StrayAnnotations.annotations());
    return types;
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.KNOWN;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!annotations.isEmpty()) {
      strays.check(round, processingEnv.getMessager());
    }
    steps.process(annotations, annotations.isEmpty() ? new RoundWithout(round) : round);
    return false;
  }

  /** The steps. The base class keeps elements that must wait for a later round. */
  private static final class Steps extends BasicAnnotationProcessor {

    @Override
    protected Iterable<? extends Step> steps() {
      return List.of(new RemoteServiceStep(processingEnv));
    }
  }
}
