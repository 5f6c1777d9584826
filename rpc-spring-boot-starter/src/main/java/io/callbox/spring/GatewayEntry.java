package io.callbox.spring;

import io.callbox.gateway.GatewayServlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The servlet of the current gateway, which starts after the servlets are made. */
final class GatewayEntry extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient GatewayLifecycle<GatewayServlet> gateway;

  GatewayEntry(GatewayLifecycle<GatewayServlet> gateway) {
    this.gateway = gateway;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    GatewayServlet current = gateway.door();
    if (current == null) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } else {
      current.service(request, response);
    }
  }
}
