package io.callbox.internal.gateway.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.contract.model.JoinedContract;
import io.callbox.contract.model.JsonTree;
import io.callbox.internal.gateway.calls.Directory;
import io.callbox.internal.gateway.calls.LiveServices;
import io.callbox.internal.gateway.http.Answer;
import io.callbox.internal.gateway.http.Request;
import io.callbox.internal.gateway.http.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code GET /openrpc.json}: one document of all services that nodes serve now. */
public final class OpenRpcRoute implements Route {

  private final Directory directory;
  private final String title;

  /** Creates a route that describes the services of the directory, under this title. */
  public OpenRpcRoute(Directory directory, String title) {
    this.directory = directory;
    this.title = title;
  }

  @Override
  public CompletionStage<Answer> answer(Request request) {
    return text()
        .handle(
            (text, failure) ->
                failure == null
                    ? Answer.json(200, text.getBytes(UTF_8))
                    : Answer.json(503, Responses.failure("null", failure)));
  }

  /** Returns the document. */
  CompletableFuture<String> text() {
    return directory.services().thenApply(this::text);
  }

  private String text(LiveServices services) {
    JoinedContract joined = new JoinedContract();
    services.services().values().forEach(each -> each.addTo(joined));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openrpc", "1.3.2");
    document.put("info", Map.of("title", title, "version", "1"));
    document.putAll(joined.members());
    return JsonTree.text(document);
  }
}
