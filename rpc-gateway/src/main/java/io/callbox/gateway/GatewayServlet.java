package io.callbox.gateway;

import io.callbox.internal.gateway.http.ServletDoor;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A {@linkplain GatewayBuilder#mount mounted} gateway as a servlet, for any Jakarta Servlet 6
 * server. It needs {@code jakarta.servlet-api}, which such a server supplies. The server limits
 * connections and slow readers; the gateway limits everything else.
 *
 * <p>Safe for use by many threads. The code that mounted the gateway closes it, after the server.
 *
 * <pre>{@code
 * ServletRegistration.Dynamic servlet = context.addServlet("callbox", new GatewayServlet(gateway));
 * servlet.addMapping("/callbox/*");
 * servlet.setAsyncSupported(true);
 * }</pre>
 */
public final class GatewayServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient ServletDoor door;

  /** Creates a servlet; each servlet has its own limits. */
  public GatewayServlet(Gateway gateway) {
    this.door = gateway.servletDoor();
  }

  /**
   * Answers a request, usually after this method has returned.
   *
   * @throws IllegalStateException if the servlet or a filter before it is not {@code
   *     async-supported}
   */
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    door.handle(request, response);
  }
}
