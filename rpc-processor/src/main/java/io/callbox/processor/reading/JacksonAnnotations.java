package io.callbox.processor.reading;

/** What validation asks of Jackson's annotations. */
public final class JacksonAnnotations {

  private JacksonAnnotations() {}

  /** The name of a member on the wire. */
  public static String wireName(TypeForm.Component component) {
    return Jackson.text("JsonProperty", "value", component.declarations()).orElse(component.name());
  }
}
