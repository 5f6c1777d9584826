package io.callbox.processor.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the members of a JSON object in order; leaves out empty ones. */
final class JsonObject {

  private final Map<String, Object> members = new LinkedHashMap<>();

  JsonObject with(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** Adds a text unless it is empty. */
  JsonObject withText(String name, String text) {
    return text.isEmpty() ? this : with(name, text);
  }

  /** Adds a text for people unless it is empty. */
  JsonObject withSaid(String name, String text) {
    return text.isEmpty() ? this : with(name, new Said(text));
  }

  /** Adds a mark for people unless it is not set. */
  JsonObject withSaid(String name, boolean set) {
    return set ? with(name, new Said(true)) : this;
  }

  /** Adds a mark unless it is not set. */
  JsonObject withMark(String name, boolean set) {
    return set ? with(name, true) : this;
  }

  /** Adds an object unless it is empty. */
  JsonObject withObject(String name, JsonObject object) {
    return object.members.isEmpty() ? this : with(name, object.members);
  }

  /** Adds an object for people unless it is empty. */
  JsonObject withSaid(String name, JsonObject object) {
    return object.members.isEmpty() ? this : with(name, new Said(object.members));
  }

  /** Adds all members of another object. */
  JsonObject withAll(Map<String, Object> others) {
    others.forEach(this::with);
    return this;
  }

  Map<String, Object> members() {
    return members;
  }
}
