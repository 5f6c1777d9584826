/**
 * One class for each command, and classes that several of them use. Start reading at {@link
 * io.callbox.cli.command.NodesCommand}.
 */
@NullMarked
package io.callbox.cli.command;

import org.jspecify.annotations.NullMarked;
