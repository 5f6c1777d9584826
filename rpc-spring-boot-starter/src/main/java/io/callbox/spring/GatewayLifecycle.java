package io.callbox.spring;

import io.callbox.gateway.Gateway;
import io.callbox.gateway.GatewayServlet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Starts the application's gateway after its node and before its web server, and closes it after
 * the web server has finished its requests. Used by one thread of the context at a time, except
 * {@link #servlet}.
 */
final class GatewayLifecycle implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {

  private final ApplicationContext context;
  private final Supplier<Gateway> settings;
  private @Nullable Gateway gateway;
  private volatile @Nullable GatewayServlet servlet;

  GatewayLifecycle(ApplicationContext context, Supplier<Gateway> settings) {
    this.context = context;
    this.settings = settings;
  }

  /** Returns the servlet that answers; null before the start and after the end. */
  @Nullable GatewayServlet servlet() {
    return servlet;
  }

  @Override
  public void start() {
    if (gateway == null) {
      Gateway mounted = settings.get();
      gateway = mounted;
      servlet = new GatewayServlet(mounted);
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
    servlet = null;
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
