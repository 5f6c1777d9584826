package io.callbox.spring;

/** Reports that a {@code @RemoteService} interface was compiled without Callbox's processor. */
final class NotGeneratedException extends IllegalStateException {

  private final String type;

  NotGeneratedException(Class<?> type) {
    super(type.getName() + " is a @RemoteService, but nothing was generated for it");
    this.type = type.getSimpleName();
  }

  /** The simple name of the interface. */
  String type() {
    return type;
  }
}
