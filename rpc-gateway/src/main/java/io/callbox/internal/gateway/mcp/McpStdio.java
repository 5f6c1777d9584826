package io.callbox.internal.gateway.mcp;

import io.callbox.gateway.access.Caller;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.StatusCode;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * The protocol over standard input and output, with one message on each line. For one client: the
 * program that started this one. One thread reads lines; any thread writes them, one at a time.
 */
public final class McpStdio {

  private static final Logger LOG = LoggerFactory.getLogger(McpStdio.class);
  private static final String CLIENT = "";
  private static final int MOST_WATCHED = 100;

  private final McpService service;
  private final InputStream in;
  private final OutputStream out;
  private final InputLine line;
  private final RunningRequests running = new RunningRequests();
  private final Disposable.Composite watched = Disposables.composite();

  /** Uses these streams; refuses a line that is longer than {@code mostBytes}. */
  public McpStdio(McpService service, InputStream in, OutputStream out, int mostBytes) {
    this.service = service;
    this.in = new BufferedInputStream(in);
    this.out = out;
    this.line = new InputLine(mostBytes);
  }

  /**
   * Answers until the input ends, and then cancels the requests under way.
   *
   * @throws IOException if the input cannot be read
   */
  public void run() throws IOException {
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          hearLine();
          line.clear();
        } else {
          line.add(next);
        }
      }
    } finally {
      running.cancelAll();
      watched.dispose();
    }
  }

  private void hearLine() {
    if (line.isTooLong()) {
      LOG.warn("a message of more than {} bytes is not read", line.mostBytes());
      refuse("a message may have " + line.mostBytes() + " bytes at most");
      return;
    }
    String text = line.text();
    if (text.isEmpty()) {
      return;
    }
    try {
      hear(service.read(text));
    } catch (IOException | IllegalArgumentException malformed) {
      LOG.warn("a line is no message of JSON-RPC");
      refuse("the line is no message of JSON-RPC");
    }
  }

  /** Tells the client that a request will not be answered in another way. */
  private void refuse(String why) {
    JSONRPCError error =
        new JSONRPCError(StatusCode.INVALID_REQUEST.code(), why, Map.of("executed", "no"));
    UnreadRequest.id(line.start(), line.end())
        .ifPresent(id -> write(JSONRPCResponse.error(id, error)));
  }

  private void hear(JSONRPCMessage message) {
    if (message instanceof JSONRPCRequest request) {
      answer(request);
    } else if (message instanceof JSONRPCNotification notification) {
      Optional<Object> cancelled = RunningRequests.cancelledBy(notification);
      if (cancelled.isPresent()) {
        running.cancel(new RunningRequests.Key(CLIENT, cancelled.get()));
      } else {
        service
            .hear(notification, McpTransportContext.EMPTY)
            .subscribe(nothing -> {}, failure -> LOG.debug("a notification of MCP", failure));
      }
    }
  }

  private void answer(JSONRPCRequest request) {
    RunningRequests.Key key = new RunningRequests.Key(CLIENT, request.id());
    Disposable.Composite all = Disposables.composite();
    running.began(key, all);
    all.add(() -> running.ended(key, all));
    CallProgress progress = new CallProgress();
    McpTransportContext context =
        McpTransportContext.create(
            Map.of(
                ToolCall.CALLER, Caller.LOCAL,
                ToolCall.OPTIONS, CallOptions.DEFAULT,
                ToolCall.PROGRESS, progress));
    Progress.of(request)
        .ifPresent(wanted -> all.add(wanted.notifications(progress).subscribe(this::write)));
    all.add(
        service
            .answer(request, context)
            .doFinally(signal -> all.dispose())
            .subscribe(
                response -> {
                  write(response);
                  watch(request, response, context);
                },
                failure -> LOG.error("a request of MCP failed", failure)));
  }

  /** Sends changes of a task until it has ended; of at most a hundred tasks at a time. */
  private void watch(
      JSONRPCRequest request, JSONRPCResponse response, McpTransportContext context) {
    if (watched.size() < MOST_WATCHED) {
      Disposable.Swap swap = Disposables.swap();
      watched.add(swap);
      swap.update(
          service
              .sinceCreated(request, response, context)
              .doFinally(signal -> watched.remove(swap))
              .subscribe(
                  this::write, failure -> LOG.error("a task is not watched any more", failure)));
    }
  }

  /** Guards against race between answers, which must not mix in one line. */
  private synchronized void write(Object message) {
    try {
      out.write(service.mapper().writeValueAsBytes(message));
      out.write('\n');
      out.flush();
    } catch (IOException gone) {
      LOG.debug("nobody reads any more", gone);
    }
  }
}
