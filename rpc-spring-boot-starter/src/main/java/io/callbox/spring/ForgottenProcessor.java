package io.callbox.spring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ClassUtils;

/**
 * Finds contracts that were compiled without Callbox's processor: their beans would not be served,
 * and no message would say so. Looks at the interfaces of all beans, wherever they come from, while
 * the application starts or is compiled ahead of time. Stateless.
 */
final class ForgottenProcessor {

  /** The name of the annotation in a class file; the annotation is not there at run time. */
  private static final String ANNOTATION = "Lio/callbox/annotation/RemoteService;";

  private static final Logger LOG = LoggerFactory.getLogger(ForgottenProcessor.class);

  private static final List<String> OF_OTHERS =
      List.of("java.", "javax.", "jakarta.", "org.springframework.");

  private ForgottenProcessor() {}

  /**
   * Looks at the interfaces of a bean, which may be a proxy.
   *
   * @throws NotGeneratedException if nothing was generated for one of them
   */
  static void check(Class<?> bean) {
    for (Class<?> type : ClassUtils.getAllInterfacesForClassAsSet(bean)) {
      if (isMissedFor(type)) {
        throw new NotGeneratedException(type);
      }
    }
  }

  /** Returns whether a type is a contract for which nothing was generated. */
  static boolean isMissedFor(Class<?> type) {
    return type.isInterface()
        && OF_OTHERS.stream().noneMatch(type.getName()::startsWith)
        && Contract.of(type).isEmpty()
        && isAnnotated(type);
  }

  /**
   * Returns whether the class file of a type has the annotation. False if it cannot be read: this
   * alone must not fail the start.
   */
  private static boolean isAnnotated(Class<?> type) {
    try (InputStream in = type.getResourceAsStream(ClassUtils.getClassFileName(type))) {
      return in != null // a native image has no class files
          && new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(ANNOTATION);
    } catch (IOException unreadable) {
      LOG.debug("cannot read the class file of {}", type, unreadable);
      return false;
    }
  }
}
