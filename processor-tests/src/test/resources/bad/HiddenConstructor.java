package bad;

import elsewhere.Built;
import io.callbox.annotation.RemoteService;

@RemoteService
public interface HiddenConstructor {
  int a(Built b); // RPC038: b is elsewhere.Built, whose constructors generated code in this package cannot call; make one public (Lombok: @AllArgsConstructor beside @Builder), mark a public static method with @JsonCreator, or move the class into this package
}
