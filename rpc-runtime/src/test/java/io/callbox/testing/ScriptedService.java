package io.callbox.testing;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.Numbers;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A service whose methods a test writes one by one. */
public final class ScriptedService implements ServiceSkeleton {

  private final String name;
  private final Map<MethodDescriptor<?>, Script> scripts = new LinkedHashMap<>();

  private ScriptedService(String name) {
    this.name = name;
  }

  public static ScriptedService named(String name) {
    return new ScriptedService(name);
  }

  /** Reads the parameters of one method. */
  @FunctionalInterface
  public interface Script {
    Invocation read(JsonParser params) throws IOException;
  }

  /** A method that reads its parameters itself. */
  public ScriptedService reading(String method, Script script) {
    return reading(MethodDescriptor.named(name, method).returning(Numbers::readInt), script);
  }

  public ScriptedService reading(MethodDescriptor<?> method, Script script) {
    scripts.put(method, script);
    return this;
  }

  /** A method that does not care for its parameters. */
  public ScriptedService running(String method, Invocation invocation) {
    return running(MethodDescriptor.named(name, method).returning(Numbers::readInt), invocation);
  }

  public ScriptedService running(MethodDescriptor<?> method, Invocation invocation) {
    return reading(
        method,
        params -> {
          params.skipChildren();
          return invocation;
        });
  }

  @Override
  public ServiceDescriptor descriptor() {
    return new ServiceDescriptor(name, List.copyOf(scripts.keySet()));
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser params) throws IOException {
    return Objects.requireNonNull(scripts.get(method)).read(params);
  }
}
