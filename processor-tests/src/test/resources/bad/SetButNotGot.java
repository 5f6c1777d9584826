package bad;

import io.callbox.annotation.RemoteService;

@RemoteService
public interface SetButNotGot {
  int a(Login b); // RPC039: b is bad.SetButNotGot.Login, a class of which password would be lost on the way

  class Login {
    public String name;
    private String password;

    public void setPassword(String newPassword) {
      this.password = newPassword;
    }

    boolean matches(String other) {
      return other.equals(password);
    }
  }
}
