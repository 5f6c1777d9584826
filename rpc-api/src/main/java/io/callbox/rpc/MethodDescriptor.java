package io.callbox.rpc;

import io.callbox.json.ValueReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Describes a remote method for client and server at run time. Immutable; generated marshallers
 * have one in a constant for each method.
 *
 * @param <T> the result, boxed; {@code Void} for none
 */
public final class MethodDescriptor<T extends @Nullable Object> {

  private final String service;
  private final String name;
  private final String fullName;
  private final boolean idempotent;
  private final boolean oneWay;
  private final boolean streams;
  private final @Nullable Duration timeout;
  private final @Nullable DurablePolicy durable;
  private final List<DeclaredException<?>> exceptions;
  private final ValueReader<T> resultReader;

  private MethodDescriptor(Builder builder, ValueReader<T> resultReader) {
    this.service = builder.service;
    this.name = builder.name;
    this.fullName = builder.service + '.' + builder.name;
    this.idempotent = builder.idempotent;
    this.oneWay = builder.oneWay;
    this.streams = builder.streams;
    this.timeout = builder.timeout;
    this.durable = builder.durable;
    this.exceptions = builder.exceptions;
    this.resultReader = resultReader;
  }

  /** Starts describing a method by the wire names of its service and of itself. */
  public static Builder named(String service, String name) {
    return new Builder(service, name);
  }

  /** The service's wire name. */
  public String service() {
    return service;
  }

  /** The method's wire name, unique in its service. */
  public String name() {
    return name;
  }

  /** The name on the wire: {@code Service.method}. */
  public String fullName() {
    return fullName;
  }

  /** Returns whether running it twice for one call does no harm. */
  public boolean idempotent() {
    return idempotent;
  }

  /** Returns whether it has no reply. */
  public boolean oneWay() {
    return oneWay;
  }

  /** Returns whether it gives a stream of results, each read by {@link #resultReader}. */
  public boolean streams() {
    return streams;
  }

  /** The time that its callers wait unless the call sets another; null for the node's timeout. */
  public @Nullable Duration timeout() {
    return timeout;
  }

  /** The policy of its durable calls; null if it has none. */
  public @Nullable DurablePolicy durable() {
    return durable;
  }

  /** The exceptions of its {@code throws} clause, most specific first. */
  public List<DeclaredException<?>> exceptions() {
    return exceptions;
  }

  /** Reads its result; called on {@code null} too. */
  public ValueReader<T> resultReader() {
    return resultReader;
  }

  /** Calls and waits: {@link ClientCalls#await}. */
  public T await(RpcChannel channel, ParamsWriter params, CallOptions options) {
    return ClientCalls.await(channel, this, params, options);
  }

  /** Calls without waiting: {@link ClientCalls#future}. */
  public CompletableFuture<T> future(RpcChannel channel, ParamsWriter params, CallOptions options) {
    return ClientCalls.future(channel, this, params, options);
  }

  /** Sends a one-way call: {@link ClientCalls#send}. */
  public void send(RpcChannel channel, ParamsWriter params, CallOptions options) {
    ClientCalls.send(channel, this, params, options);
  }

  /** Sends a one-way call without waiting: {@link ClientCalls#sendFuture}. */
  public CompletableFuture<@Nullable Void> sendFuture(
      RpcChannel channel, ParamsWriter params, CallOptions options) {
    return ClientCalls.sendFuture(channel, this, params, options);
  }

  /** Calls all providers: {@link ClientCalls#all}. */
  public Replies<T> all(RpcChannel channel, ParamsWriter params, CallOptions options) {
    return ClientCalls.all(channel, this, params, options);
  }

  /** The items; each subscription makes a call of its own: {@link ClientCalls#publisher}. */
  public Flow.Publisher<T> publisher(RpcChannel channel, ParamsWriter params, CallOptions options) {
    return ClientCalls.publisher(channel, this, params, options);
  }

  /** The items, pulled: {@link ClientCalls#stream}. */
  public Stream<T> stream(RpcChannel channel, ParamsWriter params, CallOptions options) {
    return ClientCalls.stream(channel, this, params, options);
  }

  /** Submits a durable call: {@link DurableCalls#submit}. */
  public CallHandle<T> submit(RpcChannel channel, ParamsWriter params, DurableOptions options) {
    return DurableCalls.submit(channel, this, params, options);
  }

  /** The handle of the durable call with this id: {@link DurableCalls#attach}. */
  public CallHandle<T> attach(RpcChannel channel, String id) {
    return DurableCalls.attach(channel, this, id);
  }

  @Override
  public String toString() {
    return fullName;
  }

  /** Collects the properties of a method. */
  public static final class Builder {

    private final String service;
    private final String name;
    private boolean idempotent;
    private boolean oneWay;
    private boolean streams;
    private @Nullable Duration timeout;
    private @Nullable DurablePolicy durable;
    private List<DeclaredException<?>> exceptions = List.of();

    private Builder(String service, String name) {
      this.service = service;
      this.name = name;
    }

    /** Marks the method as idempotent: it may run again for the same call. */
    public Builder idempotent() {
      this.idempotent = true;
      return this;
    }

    /** Marks the method as one-way: it has no reply. */
    public Builder oneWay() {
      this.oneWay = true;
      return this;
    }

    /** Marks the method as one that gives a stream of results. */
    public Builder streaming() {
      this.streams = true;
      return this;
    }

    /** Sets the time that its callers wait unless the call sets another. */
    public Builder timeout(Duration newTimeout) {
      this.timeout = newTimeout;
      return this;
    }

    /** Allows durable calls of the method. */
    public Builder durable(DurablePolicy policy) {
      this.durable = policy;
      return this;
    }

    /** Sets the exceptions that it declares, most specific first. */
    public Builder exceptions(DeclaredException<?>... declared) {
      this.exceptions = List.of(declared);
      return this;
    }

    /**
     * Ends the description of a method whose result is read by {@code resultReader}, which is
     * called on {@code null} too.
     *
     * @param <T> the result, boxed
     */
    public <T extends @Nullable Object> MethodDescriptor<T> returning(ValueReader<T> resultReader) {
      return new MethodDescriptor<>(this, resultReader);
    }

    /**
     * Ends the description of a method with results of this type.
     *
     * @param <T> the result, boxed
     */
    public <T extends @Nullable Object> MethodDescriptor<T> returning(ResultType<T> result) {
      return returning(result.reader());
    }

    /** Ends the description of a method without a result. */
    @SuppressWarnings("NullAway") // null is the only value of Void
    public MethodDescriptor<@Nullable Void> returningNothing() {
      return returning(
          in -> {
            in.skipChildren();
            return null;
          });
    }
  }
}
