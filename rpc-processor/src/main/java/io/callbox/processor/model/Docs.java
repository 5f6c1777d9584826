package io.callbox.processor.model;

import java.util.Map;
import java.util.Optional;

/**
 * What Javadoc says, as plain text.
 *
 * @param text the description; empty if there is none
 * @param parameters what is said of parameters, components, fields or constants, by their Java
 *     names
 * @param result what is said of the result; empty if nothing
 * @param exceptions what is said of exceptions, by their names as they are written there
 * @param deprecated what is said of the deprecation; empty if it is not deprecated
 */
public record Docs(
    String text,
    Map<String, String> parameters,
    String result,
    Map<String, String> exceptions,
    Optional<String> deprecated) {

  /** Nothing at all. */
  public static final Docs NONE = new Docs("", Map.of(), "", Map.of(), Optional.empty());

  /** Docs of these parameters and exceptions. */
  public Docs {
    parameters = Map.copyOf(parameters);
    exceptions = Map.copyOf(exceptions);
  }

  /** The first sentence; empty if there is none. */
  public String summary() {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  /** What is said of an exception, by its simple or its whole name; empty if nothing. */
  public String exception(JavaName type) {
    return exceptions.getOrDefault(
        type.simpleName(),
        exceptions.getOrDefault(type.dotted(), exceptions.getOrDefault(type.qualified(), "")));
  }

  /** The same with parameters that others say something of. */
  public Docs withParameters(Map<String, String> others) {
    return new Docs(text, others, result, exceptions, deprecated);
  }
}
