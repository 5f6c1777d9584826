/**
 * The Model Context Protocol: methods with {@code @Tool} as tools of language models, over HTTP and
 * over standard input and output. The official SDK answers; {@link
 * io.callbox.internal.gateway.mcp.McpService} updates its tools to the methods that nodes serve.
 * Start reading there.
 */
@NullMarked
package io.callbox.internal.gateway.mcp;

import org.jspecify.annotations.NullMarked;
