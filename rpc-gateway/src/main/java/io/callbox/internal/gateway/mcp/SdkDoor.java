package io.callbox.internal.gateway.mcp;

import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The entry for messages to the SDK's server: the service calls it, for messages of any transport.
 * Safe for use by many threads.
 */
final class SdkDoor implements McpStatelessServerTransport {

  private final List<String> versions;
  private volatile @Nullable McpStatelessServerHandler handler;

  SdkDoor(List<String> versions) {
    this.versions = versions;
  }

  @Override
  public void setMcpHandler(McpStatelessServerHandler newHandler) {
    handler = newHandler;
  }

  @Override
  public List<String> protocolVersions() {
    return versions;
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  McpStatelessServerHandler handler() {
    McpStatelessServerHandler known = handler;
    if (known == null) {
      throw new IllegalStateException("the server sets its handler when it is built");
    }
    return known;
  }
}
