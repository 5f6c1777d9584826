package io.callbox.processor.contract;

/**
 * A member of a document that is there for people: messages are the same without it.
 *
 * @param value what it is
 */
record Said(Object value) {}
