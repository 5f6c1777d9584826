package io.callbox.internal.gateway.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.contract.model.JoinedContract;
import io.callbox.contract.model.JsonObject;
import io.callbox.contract.model.JsonTree;
import io.callbox.internal.gateway.calls.Directory;
import io.callbox.internal.gateway.calls.LiveMethod;
import io.callbox.internal.gateway.calls.LiveService;
import io.callbox.internal.gateway.calls.LiveServices;
import io.callbox.internal.gateway.http.Answer;
import io.callbox.internal.gateway.http.Request;
import io.callbox.internal.gateway.http.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code GET /openrpc.json}: one document of all services that nodes serve now. */
public final class OpenRpcRoute implements Route {

  private final Directory directory;
  private final String title;

  /** Describes the services of the directory, under this title. */
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

  /** The document. */
  CompletableFuture<String> text() {
    return directory.services().thenApply(this::text);
  }

  private String text(LiveServices services) {
    JoinedContract joined = new JoinedContract();
    for (LiveService each : services.services().values()) {
      if (each.contract().isPresent()) {
        joined.add(each.name(), each.revision(), exposed(each, each.contract().get()));
      } else {
        List<String> names = each.methods().values().stream().map(LiveMethod::fullName).toList();
        joined.add(each.name(), each.revision(), names);
      }
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openrpc", "1.3.2");
    document.put("info", Map.of("title", title, "version", "1"));
    document.putAll(joined.members());
    return JsonTree.text(document);
  }

  /** The document of a service without the methods that are not exposed. */
  private static JsonObject exposed(LiveService service, JsonObject document) {
    List<Object> methods = new ArrayList<>();
    service.methods().values().forEach(method -> methods.add(method.described().members()));
    Map<String, Object> members = new LinkedHashMap<>(document.members());
    members.put("methods", methods);
    JsonObject described = document.object("x-services").object(service.name());
    members.putAll(described.members());
    return new JsonObject(members, document.path());
  }
}
