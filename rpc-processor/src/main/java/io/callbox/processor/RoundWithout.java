package io.callbox.processor;

import java.lang.annotation.Annotation;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * A round in which the compiler has found no annotation of the processor. If it were asked for such
 * elements again, the compiler would search all classes that were generated in the round before.
 */
record RoundWithout(RoundEnvironment round) implements RoundEnvironment {

  @Override
  public Set<? extends Element> getElementsAnnotatedWith(TypeElement annotation) {
    return Set.of();
  }

  @Override
  public Set<? extends Element> getElementsAnnotatedWith(Class<? extends Annotation> annotation) {
    return Set.of();
  }

  @Override
  public boolean processingOver() {
    return round.processingOver();
  }

  @Override
  public boolean errorRaised() {
    return round.errorRaised();
  }

  @Override
  public Set<? extends Element> getRootElements() {
    return round.getRootElements();
  }
}
