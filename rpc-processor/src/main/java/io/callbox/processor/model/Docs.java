package io.callbox.processor.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a Javadoc comment, as plain text.
 *
 * @param text the description; empty if there is none
 * @param parameters the documentation of parameters, components, fields or constants, by their Java
 *     names
 * @param result the documentation of the result; may be empty
 * @param exceptions the documentation of exceptions, by their names in the comment
 * @param deprecated the documentation of the deprecation; empty if it is not deprecated
 * @param deprecatedMembers the deprecated ones among the parameters, by their Java names
 */
public record Docs(
    String text,
    Map<String, String> parameters,
    String result,
    Map<String, String> exceptions,
    Optional<String> deprecated,
    Set<String> deprecatedMembers) {

  /** No documentation. */
  public static final Docs NONE = new Docs("", Map.of(), "", Map.of(), Optional.empty(), Set.of());

  /** Creates docs of these parameters and exceptions. */
  public Docs {
    parameters = Map.copyOf(parameters);
    exceptions = Map.copyOf(exceptions);
    deprecatedMembers = Set.copyOf(deprecatedMembers);
  }

  /** The first sentence; empty if there is none. */
  public String summary() {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  /** The documentation of an exception, by its simple or its whole name; may be empty. */
  public String exception(JavaName type) {
    return exceptions.getOrDefault(
        type.simpleName(),
        exceptions.getOrDefault(type.dotted(), exceptions.getOrDefault(type.qualified(), "")));
  }

  /**
   * The description, and after it the documentation of a deprecation; empty if there is neither.
   */
  public String description() {
    String reason =
        deprecated.filter(said -> !said.isEmpty()).map("Deprecated: "::concat).orElse("");
    return (text + ' ' + reason).trim();
  }

  /** Returns the same for a deprecated element. */
  public Docs asDeprecated() {
    return deprecated.isPresent()
        ? this
        : new Docs(text, parameters, result, exceptions, Optional.of(""), deprecatedMembers);
  }

  /** Returns the same with the documentation of other members, some of them deprecated. */
  public Docs withMembers(Map<String, String> others, Set<String> ofThemDeprecated) {
    return new Docs(text, others, result, exceptions, deprecated, ofThemDeprecated);
  }
}
