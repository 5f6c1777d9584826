package bad;

import io.callbox.annotation.RemoteService;
import java.util.concurrent.CompletionStage;

@RemoteService
public interface StageResult {
  CompletionStage<String> a(); // RPC023: the result is java.util.concurrent.CompletionStage<java.lang.String>, an interface that does not say what implements it; return a CompletableFuture
}
