package bad;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.callbox.annotation.RemoteService;

@RemoteService
public interface TakenButNotGot {
  int a(Login b); // RPC039: b is bad.TakenButNotGot.Login, a class of which password would be lost on the way

  class Login {
    public final String name;
    private final String password;

    @JsonCreator
    public Login(@JsonProperty("name") String name, @JsonProperty("password") String password) {
      this.name = name;
      this.password = password;
    }

    boolean matches(String other) {
      return other.equals(password);
    }
  }
}
