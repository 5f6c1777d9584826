package io.callbox.processor.model;

import java.util.Map;

/**
 * What the Javadoc of an interface or method says, as plain text.
 *
 * @param text the description; empty if there is none
 * @param parameters what is said of parameters, by their Java names
 * @param result what is said of the result; empty if nothing
 */
public record Docs(String text, Map<String, String> parameters, String result) {

  /** Nothing at all. */
  public static final Docs NONE = new Docs("", Map.of(), "");

  /** Docs of these parameters. */
  public Docs {
    parameters = Map.copyOf(parameters);
  }
}
