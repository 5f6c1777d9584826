package io.callbox.processor.model;

/** The types that are generated for a service. Some services have no use for all of them. */
enum GeneratedType {
  STUB("Stub"),
  ASYNC_STUB("AsyncStub"),
  ALL_STUB("AllStub"),
  DURABLE_STUB("DurableStub"),
  SKELETON("Skeleton"),
  MARSHALLER("Marshaller");

  private final String suffix;

  GeneratedType(String suffix) {
    this.suffix = suffix;
  }

  /** The name of this type of a service. */
  JavaName of(JavaName service) {
    return service.generated(suffix);
  }
}
