/**
 * One class for each command, and classes that several of them use. May import {@code output},
 * {@code json}, picocli, and what {@code rpc-runtime} and {@code rpc-contract} export. Start
 * reading at {@link io.callbox.cli.command.NodesCommand}.
 */
@NullMarked
package io.callbox.cli.command;

import org.jspecify.annotations.NullMarked;
