package io.callbox.processor.model;

/**
 * The description of a method as a tool for language models.
 *
 * @param title its title for people; may be empty
 * @param readOnly whether it changes nothing
 * @param destructive whether it may remove or overwrite something
 * @param openWorld whether it uses systems that its callers do not know
 */
public record ToolModel(String title, boolean readOnly, boolean destructive, boolean openWorld) {}
