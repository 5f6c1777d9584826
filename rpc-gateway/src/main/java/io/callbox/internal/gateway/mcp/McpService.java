package io.callbox.internal.gateway.mcp;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.gateway.access.Action;
import io.callbox.gateway.access.Authorizer;
import io.callbox.gateway.access.Caller;
import io.callbox.internal.gateway.calls.Directory;
import io.callbox.internal.gateway.calls.LiveMethod;
import io.callbox.internal.gateway.calls.LiveServices;
import io.callbox.internal.gateway.calls.OwnCalls;
import io.callbox.internal.gateway.calls.RawCalls;
import io.callbox.json.Json;
import io.callbox.rpc.RpcException;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpAsyncListFilter;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessAsyncServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The SDK's stateless server. Its tools are the methods that nodes serve now. Any instance of a
 * gateway can answer any request. Safe for use by many threads.
 */
public final class McpService implements AutoCloseable {

  private static final String VERSION = "0.1.0";
  private static final List<String> VERSIONS =
      List.of(
          ProtocolVersions.MCP_2025_03_26,
          ProtocolVersions.MCP_2025_06_18,
          ProtocolVersions.MCP_2025_11_25);

  /** Keeps all digits of numbers, and applies the limits of all messages. */
  private static final ObjectMapper OBJECTS =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Json.MAX_DEPTH)
                          .maxNameLength(Json.MAX_NAME_BYTES)
                          .maxNumberLength(Json.MAX_DIGITS)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final McpJsonMapper mapper = new JacksonMcpJsonMapper(OBJECTS);
  private final Directory directory;
  private final Authorizer authorizer;
  private final ToolCall call;
  private final TaskList list;
  private final TaskRequests tasks;
  private final TaskWatch watch;
  private final TaskMembers members = new TaskMembers(OBJECTS);
  private final SdkDoor door = new SdkDoor(VERSIONS);
  private final McpStatelessAsyncServer server;

  /**
   * The services from which the tools were made. The monitor guards them: requests that find a
   * change race to show it.
   */
  @GuardedBy("this")
  private @Nullable LiveServices shown;

  /** The tools by name; replaced as a whole. */
  private volatile Map<String, ToolEntry> tools = Map.of();

  /**
   * Creates a server for the methods in the directory.
   *
   * @param longest the maximum time that a client waits for a durable call, which continues after
   *     that
   */
  public McpService(
      Directory directory, RawCalls calls, OwnCalls own, Authorizer authorizer, Duration longest) {
    this.directory = directory;
    this.authorizer = authorizer;
    this.call = new ToolCall(calls, OBJECTS, longest);
    this.list = new TaskList(own, this::mayCall);
    Tasks known = new Tasks(own, call, longest);
    this.tasks = new TaskRequests(known, list, () -> tools);
    this.watch = new TaskWatch(known);
    this.server =
        McpServer.async(door)
            .serverInfo("callbox", VERSION)
            .instructions(
                "Each tool calls a method of a service. A result that is an error says whether the"
                    + " method ran: repeat a call that may have run only if its tool is"
                    + " idempotent.")
            .capabilities(ServerCapabilities.builder().tools(false).build())
            .jsonMapper(mapper)
            // Workers check arguments, and the contract's generated code writes results.
            .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(""))
            .validateToolInputs(false)
            .addToolFilter(visible())
            .build();
  }

  /** Returns a filter that shows each caller the tools that it may call. */
  private McpAsyncListFilter<McpSchema.Tool> visible() {
    return (context, tool) -> {
      ToolEntry entry = tools.get(tool.name());
      return Mono.just(
          entry != null && mayCall((Caller) context.get(ToolCall.CALLER), entry.method()));
    };
  }

  private boolean mayCall(Caller caller, LiveMethod method) {
    return authorizer.authorize(caller, Action.CALL, method.fullName());
  }

  McpJsonMapper mapper() {
    return mapper;
  }

  /**
   * Reads a message.
   *
   * @throws IOException if the text is not the JSON of one object
   * @throws IllegalArgumentException if it is not a message
   */
  JSONRPCMessage read(String text) throws IOException {
    if (text.strip().equals("null")) { // the SDK would accept this JSON as an object
      throw new IllegalArgumentException("a message is an object");
    }
    return McpSchema.deserializeJsonRpcMessage(mapper, text);
  }

  static boolean speaks(String version) {
    return VERSIONS.contains(version);
  }

  /**
   * Answers a request; cancelling the subscription cancels its call. Does not fail: a failure is a
   * response too.
   */
  Mono<JSONRPCResponse> answer(JSONRPCRequest request, McpTransportContext context) {
    Optional<RpcException> misfit = RequestParams.misfit(request, OBJECTS);
    if (misfit.isPresent()) {
      return Mono.just(Refusal.of(request, misfit.get(), Map.of()));
    }
    boolean ofTasks = TaskRequests.has(request);
    if (ofTasks && context.get(ToolCall.PROGRESS) instanceof CallProgress progress) {
      progress.awaitDurable();
    }
    Mono<JSONRPCResponse> answer =
        Mono.defer(() -> ofTasks ? tasks.answer(request, context) : handled(request, context));
    return (ofTasks || request.method().startsWith("tools/") ? shown().then(answer) : answer)
        .onErrorResume(failure -> Mono.just(Refusal.of(request, failure, Map.of())));
  }

  /**
   * Returns the changes of the task whose result a request waits for; none for any other request.
   */
  Flux<JSONRPCNotification> whileAwaited(JSONRPCRequest request, McpTransportContext context) {
    Object task = TaskRequests.awaited(request);
    return task == null
        ? Flux.empty()
        : watch.of((Caller) context.get(ToolCall.CALLER), task, Optional.empty());
  }

  /**
   * Returns the changes and the progress of the task that a request has created; none if it has
   * created none.
   */
  Flux<JSONRPCNotification> sinceCreated(
      JSONRPCRequest request, JSONRPCResponse response, McpTransportContext context) {
    Object task = TaskRequests.has(request) ? TaskRequests.created(response) : null;
    return task == null
        ? Flux.empty()
        : watch.of((Caller) context.get(ToolCall.CALLER), task, Progress.of(request));
  }

  private Mono<JSONRPCResponse> handled(JSONRPCRequest request, McpTransportContext context) {
    return door.handler()
        .handleRequest(context, request)
        .map(response -> members.added(request, response, tools));
  }

  private Mono<Void> shown() {
    return Mono.fromFuture(() -> directory.services().thenAccept(this::show));
  }

  /** Handles a notification. */
  Mono<Void> hear(JSONRPCNotification notification, McpTransportContext context) {
    return door.handler().handleNotification(context, notification);
  }

  /** Updates the server's tools to the services. */
  private synchronized void show(LiveServices services) {
    if (services.equals(shown)) {
      return;
    }
    Map<String, ToolEntry> now = ToolEntry.of(services);
    Map<String, ToolEntry> before = tools;
    for (Map.Entry<String, ToolEntry> each : before.entrySet()) {
      ToolEntry after = now.get(each.getKey());
      if (after == null || !after.tool().equals(each.getValue().tool())) {
        server.removeTool(each.getKey()).block();
      }
    }
    tools = now;
    for (ToolEntry each : now.values()) {
      ToolEntry old = before.get(each.tool().name());
      if (old == null || !old.tool().equals(each.tool())) {
        server.addTool(specification(each)).block();
      }
    }
    shown = services;
  }

  private AsyncToolSpecification specification(ToolEntry entry) {
    return AsyncToolSpecification.builder()
        .tool(entry.tool())
        .callHandler((context, request) -> call.make(entry.method(), context, request))
        .build();
  }

  @Override
  public void close() {
    server.close();
    list.close();
  }
}
