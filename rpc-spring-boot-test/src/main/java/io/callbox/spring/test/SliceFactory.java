package io.callbox.spring.test;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Makes Spring's tests create the contexts that the annotations of this package require. */
final class SliceFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> test, List<ContextConfigurationAttributes> attributes) {
    CallboxSliceTest slice =
        TestContextAnnotationUtils.findMergedAnnotation(test, CallboxSliceTest.class);
    return slice == null
        ? ofWhole(test)
        : new Slice(new NodeOfTest(slice.redis()), Set.of(slice.components()));
  }

  private static @Nullable ContextCustomizer ofWhole(Class<?> test) {
    AutoConfigureCallbox whole =
        TestContextAnnotationUtils.findMergedAnnotation(test, AutoConfigureCallbox.class);
    return whole == null ? null : new NodeOfTest(whole.redis());
  }
}
