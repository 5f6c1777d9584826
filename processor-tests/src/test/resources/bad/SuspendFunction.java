package bad;

import io.callbox.annotation.*;
import kotlin.coroutines.Continuation;

@RemoteService
public interface SuspendFunction {
  Object a(int b, Continuation<? super Integer> continuation); // RPC012: a is a suspend function, which only Kotlin can call
}
