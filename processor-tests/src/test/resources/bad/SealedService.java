package bad;

import io.callbox.annotation.RemoteService;

@RemoteService
public sealed interface SealedService permits Only { // RPC044: SealedService is sealed, so that neither a stub nor who serves it may implement it; take the modifier away
  int a();
}

non-sealed interface Only extends SealedService {}
