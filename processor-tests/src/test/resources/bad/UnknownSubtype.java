package bad;

import io.callbox.annotation.*;

@RemoteService
public interface UnknownSubtype {
  int a(Shape b); // RPC035: b is bad.UnknownSubtype.Shape, of which a subtype has type parameters of its own

  sealed interface Shape {}

  record Box<T>(T t) implements Shape {}
}
