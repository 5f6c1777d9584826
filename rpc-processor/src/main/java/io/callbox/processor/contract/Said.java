package io.callbox.processor.contract;

/**
 * A member of a document that is only for people: messages are the same without it.
 *
 * @param value the value of the member
 */
record Said(Object value) {}
