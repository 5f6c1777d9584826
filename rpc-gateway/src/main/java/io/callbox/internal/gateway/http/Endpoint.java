package io.callbox.internal.gateway.http;

/**
 * An endpoint of the gateway.
 *
 * @param method the HTTP method
 * @param path the whole path
 * @param access who has access
 * @param route answers the requests
 */
public record Endpoint(String method, String path, Access access, Route route) {

  /** The callers that have access. */
  public enum Access {
    /** Everybody: a page without data. */
    PUBLIC,
    /** A known caller. */
    CALLER,
    /** A known caller, or the browser of a caller who has signed in. */
    VIEWER
  }
}
