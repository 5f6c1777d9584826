package io.callbox.internal.gateway.http;

import io.callbox.internal.gateway.console.Console;
import java.lang.reflect.Method;

/** A floor that knows one above it, and reflects: the known bad class of the architecture test. */
public record WrongDoor(Console console, Method method) {}
