package io.callbox.internal.gateway.calls;

import io.callbox.contract.model.JsonObject;
import io.callbox.durable.SubmittedCall;
import io.callbox.durable.SubmittedCalls;
import io.callbox.gateway.access.Action;
import io.callbox.gateway.access.Authorizer;
import io.callbox.gateway.access.Caller;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The durable calls that callers have submitted through any instance of the gateway. A caller sees
 * its own calls, if it may call their methods. Waits for Redis, except for results. Safe for use by
 * many threads.
 */
public final class OwnCalls {

  private static final int LOOKED_AT_ONCE = 250;

  /** The maximum number of calls that are looked at: as many as a service's list has. */
  private static final int MOST_LOOKED = 10_000;

  private final Directory directory;
  private final CallerNodes nodes;
  private final Authorizer authorizer;

  /**
   * Creates it for calls that these nodes, or nodes of other instances with the same callers, have
   * submitted.
   */
  public OwnCalls(Directory directory, CallerNodes nodes, Authorizer authorizer) {
    this.directory = directory;
    this.nodes = nodes;
    this.authorizer = authorizer;
  }

  /**
   * Returns the state of a call without its result; empty if there is no such call that the caller
   * may see.
   */
  public Optional<SubmittedCall> find(Caller caller, DurableName name) {
    return list(caller, name.service(), List.of(name.id())).stream().findFirst();
  }

  /** Returns the states of calls of one service, without their results. */
  public List<SubmittedCall> list(Caller caller, String service, List<String> ids) {
    return of(caller, service).list(ids).stream()
        .filter(call -> isVisible(caller, service + '.' + call.method()))
        .toList();
  }

  /**
   * Returns the ids of a caller's calls of one service, the newest first. Reads no more than it
   * needs: the calls of all callers are on one list.
   *
   * @param after the id of a call, after which they begin; null for the newest
   * @param most the maximum number
   * @return empty if the call {@code after} is on the list no longer
   */
  public Optional<List<String>> ids(
      Caller caller, String service, @Nullable String after, int most) {
    String prefix = DurableName.prefix(caller);
    SubmittedCalls calls = of(caller, service);
    Set<String> ids = new LinkedHashSet<>();
    boolean begun = after == null;
    int from = 0;
    List<String> page = calls.ids(from, LOOKED_AT_ONCE);
    while (!page.isEmpty() && from < MOST_LOOKED && ids.size() < most) {
      for (String id : page) {
        if (begun && id.startsWith(prefix) && ids.size() < most) {
          ids.add(id);
        }
        begun |= id.equals(after);
      }
      from += page.size();
      page = ids.size() < most ? calls.ids(from, LOOKED_AT_ONCE) : List.of();
    }
    return begun ? Optional.of(List.copyOf(ids)) : Optional.empty();
  }

  /** Cancels a call. Returns its state afterwards; empty if it is not known. */
  public Optional<State> cancel(Caller caller, DurableName name) {
    return of(caller, name.service()).cancel(name.id());
  }

  private SubmittedCalls of(Caller caller, String service) {
    return nodes.awaited(caller).submittedCalls(service);
  }

  private boolean isVisible(Caller caller, String method) {
    return directory.isExposed(method) && authorizer.authorize(caller, Action.CALL, method);
  }

  /** Returns the method of a call, without its contract if no node serves it now. */
  public CompletableFuture<LiveMethod> method(DurableName name, SubmittedCall call) {
    String fullName = name.service() + '.' + call.method();
    Map<String, Object> members = Map.of("name", fullName, "params", List.of());
    return directory
        .method(fullName)
        .thenApply(
            found ->
                found.orElseGet(
                    () -> LiveMethod.of(name.service(), new JsonObject(members, fullName))));
  }

  /** Returns a handle of a call that gives its result as JSON. */
  public CallHandle<String> handle(Caller caller, DurableName name, LiveMethod method) {
    return nodes.awaited(caller).channelToAny().attach(method.descriptor(), name.id());
  }
}
