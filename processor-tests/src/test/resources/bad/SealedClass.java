package bad;

import io.callbox.annotation.RemoteService;

@RemoteService
public interface SealedClass {
  int a(Base b); // RPC039: b is bad.SealedClass.Base, a sealed class of which what its subclasses hold would be lost; make it abstract

  sealed class Base permits Extended {
    public int x;
  }

  final class Extended extends Base {
    public int y;
  }
}
