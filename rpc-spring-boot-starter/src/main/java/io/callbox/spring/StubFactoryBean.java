package io.callbox.spring;

import org.springframework.beans.factory.FactoryBean;

/** Creates the stub of an imported service as a bean. Immutable. */
final class StubFactoryBean<T> implements FactoryBean<T> {

  private final Class<T> type;
  private final RemoteStubs stubs;

  StubFactoryBean(Class<T> type, RemoteStubs stubs) {
    this.type = type;
    this.stubs = stubs;
  }

  @Override
  public T getObject() {
    return type.cast(stubs.stub(type));
  }

  @Override
  public Class<T> getObjectType() {
    return type;
  }
}
