package bad;

import io.callbox.annotation.RemoteService;

@RemoteService
public interface NamelessException {
  int a() throws Lost; // RPC041: Lost cannot be rebuilt on the caller's side; give it a constructor that this package can see, Lost(String message) for example, that throws nothing checked, and of which each parameter is called message (a String), is called cause (a Throwable), or has an accessor of the same name and type; the names were lost when it was compiled: compile it with -parameters

  @SuppressWarnings("serial")
  class Lost extends Exception {
    private final String code;

    public Lost(String arg0) {
      super("lost " + arg0);
      this.code = arg0;
    }

    public String getCode() {
      return code;
    }
  }
}
