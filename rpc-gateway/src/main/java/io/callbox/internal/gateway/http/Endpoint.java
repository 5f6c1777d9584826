package io.callbox.internal.gateway.http;

/**
 * A place where requests are answered.
 *
 * @param method the method of HTTP
 * @param path the whole path
 * @param access who may come
 * @param route answers
 */
public record Endpoint(String method, String path, Access access, Route route) {

  /** Who may come. */
  public enum Access {
    /** Anybody: a page that says nothing. */
    PUBLIC,
    /** A known caller. */
    CALLER,
    /** A known caller, or the browser of one who has signed in. */
    VIEWER
  }
}
