package bad;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.callbox.annotation.RemoteService;

@RemoteService
public interface AnnotatedException {
  int a() throws Lost; // RPC046: @JsonProperty on getCode of Lost has no effect, as exceptions are rebuilt from what their constructors take, by those names; take it away

  @SuppressWarnings("serial")
  class Lost extends Exception {
    private final int code;

    public Lost(int code) {
      this.code = code;
    }

    @JsonProperty("number")
    public int getCode() {
      return code;
    }
  }
}
