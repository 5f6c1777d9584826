package io.callbox.spring;

import io.callbox.gateway.Gateway;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Starts the application's gateway after its node and before its web server, and closes it after
 * the web server has finished its requests. Used by one thread of the context at a time, except
 * {@link #door}.
 *
 * @param <T> the gateway in the form that the web server needs
 */
final class GatewayLifecycle<T> implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {

  private final ApplicationContext context;
  private final Supplier<Gateway> settings;
  private final Function<Gateway, T> form;
  private @Nullable Gateway gateway;
  private volatile @Nullable T door;

  GatewayLifecycle(
      ApplicationContext context, Supplier<Gateway> settings, Function<Gateway, T> form) {
    this.context = context;
    this.settings = settings;
    this.form = form;
  }

  /** Returns the part that answers; null before the start and after the end. */
  @Nullable T door() {
    return door;
  }

  @Override
  public void start() {
    if (gateway == null) {
      Gateway mounted = settings.get();
      gateway = mounted;
      door = form.apply(mounted);
    }
  }

  /** Ends open pages, so that a web server that waits for its requests need not wait for them. */
  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    if (gateway != null && event.getApplicationContext() == context) {
      gateway.drain();
    }
  }

  @Override
  public void stop() {
    door = null;
    if (gateway != null) {
      gateway.close();
      gateway = null;
    }
  }

  @Override
  public boolean isRunning() {
    return gateway != null;
  }

  @Override
  public int getPhase() {
    return NodeLifecycle.PHASE + 1;
  }
}
