package io.callbox.processor.model;

import io.callbox.annotation.Sync;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A remote method.
 *
 * @param name its Java name
 * @param wireName its name on the wire, unique in its service
 * @param parameters its parameters, in their order
 * @param returns its return shape
 * @param exceptions the exceptions that it declares, most specific first
 * @param traits its other properties
 */
public record MethodModel(
    String name,
    String wireName,
    List<MemberModel> parameters,
    ReturnShape returns,
    List<ExceptionModel> exceptions,
    Traits traits) {

  /** A method of these parameters and exceptions. */
  public MethodModel {
    parameters = List.copyOf(parameters);
    exceptions = List.copyOf(exceptions);
  }

  /** Returns whether it has no reply. */
  public boolean oneWay() {
    return returns instanceof ReturnShape.OneWay;
  }

  /** Returns whether it returns many results, one after the other. */
  public boolean streams() {
    return returns instanceof ReturnShape.Items;
  }

  /**
   * Properties that do not change a method's signature.
   *
   * @param idempotent whether it may be run again
   * @param varargs whether its last parameter is an array written with dots
   * @param resultRequired whether its result is declared never to be {@code null}
   * @param timeout the time that its callers wait, if it is set
   * @param tool its description as a tool, if it is offered as one
   * @param durable the settings of its durable calls, if it has any
   * @param docs its Javadoc
   */
  public record Traits(
      boolean idempotent,
      boolean varargs,
      boolean resultRequired,
      Optional<Duration> timeout,
      Optional<ToolModel> tool,
      Optional<DurableTraits> durable,
      Docs docs) {}

  /**
   * The settings of its {@code @Durable}.
   *
   * @param keep the time for which a result is kept
   * @param attempts the maximum number of attempts; 1 if it is not idempotent
   * @param timeout the maximum duration of one run
   * @param sync the place where a call must be stored before its submission returns
   */
  public record DurableTraits(Duration keep, int attempts, Duration timeout, Sync sync) {}
}
