package io.callbox.processor.model;

/**
 * What a method says of itself as a tool for language models.
 *
 * @param title what people are shown; empty for nothing
 * @param readOnly whether it changes nothing
 * @param destructive whether it may remove or overwrite something
 * @param openWorld whether it reaches beyond the systems that its callers know
 */
public record ToolModel(String title, boolean readOnly, boolean destructive, boolean openWorld) {}
