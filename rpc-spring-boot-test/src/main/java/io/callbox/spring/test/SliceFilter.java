package io.callbox.spring.test;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.ClassUtils;

/** Leaves out components that are not services and that the test does not name. Immutable. */
final class SliceFilter extends TypeExcludeFilter {

  private final Set<Class<?>> components;

  SliceFilter(Set<Class<?>> components) {
    this.components = components;
  }

  /** Returns whether a component is left out. */
  @Override
  public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
    Class<?> type = ClassUtils.resolveClassName(reader.getClassMetadata().getClassName(), null);
    return !components.contains(type)
        && ClassUtils.getAllInterfacesForClassAsSet(type).stream()
            .noneMatch(SliceFilter::isService);
  }

  /**
   * Returns whether a class is a service. It looks for generated classes, because the annotation is
   * not there at run time.
   */
  private static boolean isService(Class<?> type) {
    String name = ClassUtils.getShortName(type).replace('.', '_') + "Skeleton";
    return ClassUtils.isPresent(type.getPackageName() + '.' + name, type.getClassLoader());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SliceFilter filter && filter.components.equals(components);
  }

  @Override
  public int hashCode() {
    return components.hashCode();
  }
}
