package io.callbox.internal.gateway.console;

import io.callbox.internal.gateway.http.Answer;
import io.callbox.internal.gateway.http.Endpoint;
import io.callbox.internal.gateway.http.Endpoint.Access;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The console's pages, styles and scripts, by name. They contain no data. */
final class Assets {

  private static final List<String> FILES =
      List.of(
          "index.html",
          "style.css",
          "icon.svg",
          "app.js",
          "api.js",
          "calls.js",
          "dead.js",
          "dialog.js",
          "dom.js",
          "form.js",
          "format.js",
          "json.js",
          "nodes.js",
          "overview.js",
          "service.js",
          "signin.js",
          "state.js");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  /** Allows only files from this server, no text as HTML, and no frame in another page. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'none'; frame-ancestors 'none'; base-uri 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private Assets() {}

  /**
   * Returns their endpoints: the page is at {@code /}, its other files are below {@code /console/}.
   */
  static List<Endpoint> endpoints() {
    List<Endpoint> endpoints = new ArrayList<>();
    for (String file : FILES) {
      Answer answer = answer(file);
      String path = file.equals("index.html") ? "/" : "/console/" + file;
      endpoints.add(
          new Endpoint(
              "GET", path, Access.PUBLIC, request -> CompletableFuture.completedFuture(answer)));
    }
    return endpoints;
  }

  private static Answer answer(String file) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), ""));
    headers.put("Content-Security-Policy", POLICY);
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    return new Answer.Whole(200, headers, bytes(file));
  }

  private static byte[] bytes(String file) {
    try (InputStream in = Assets.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the console's " + file + " is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
