package io.callbox.processor;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;

/** The processor that the compiler calls. Each kind of annotated element has its own step. */
@AutoService(Processor.class)
public final class RemoteServiceProcessor extends BasicAnnotationProcessor {

  @Override
  protected Iterable<? extends Step> steps() {
    return List.of(new RemoteServiceStep(processingEnv));
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.KNOWN;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }
}
