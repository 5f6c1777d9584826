package io.callbox.spring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.util.ClassUtils;

/**
 * Finds contracts that were compiled without Callbox's processor: their beans would not be served,
 * and nothing would say so. Looks at the application's own classes only, while it starts.
 * Immutable.
 */
final class ForgottenProcessor {

  /** How a class file names the annotation, which is not there at run time. */
  private static final String ANNOTATION = "Lio/callbox/annotation/RemoteService;";

  private static final List<String> OF_OTHERS =
      List.of("java.", "javax.", "jakarta.", "org.springframework.");

  private final List<String> packages;

  ForgottenProcessor(BeanFactory beans) {
    this.packages =
        AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of();
  }

  /**
   * Looks at the interfaces of a bean.
   *
   * @throws NotGeneratedException if nothing was generated for one of them
   */
  void check(Class<?> bean) {
    if (packages.stream().anyMatch(each -> bean.getName().startsWith(each + '.'))) {
      for (Class<?> type : ClassUtils.getAllInterfacesForClassAsSet(bean)) {
        if (isMissedFor(type)) {
          throw new NotGeneratedException(type);
        }
      }
    }
  }

  /** Whether a type is a contract for which nothing was generated. */
  static boolean isMissedFor(Class<?> type) {
    return type.isInterface()
        && OF_OTHERS.stream().noneMatch(type.getName()::startsWith)
        && Contract.of(type).isEmpty()
        && isAnnotated(type);
  }

  private static boolean isAnnotated(Class<?> type) {
    try (InputStream in = type.getResourceAsStream(ClassUtils.getClassFileName(type))) {
      return in != null // a native image has no class files
          && new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(ANNOTATION);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
