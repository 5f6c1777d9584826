/**
 * The Lua scripts, and how they are run: what they receive, what they answer, and what happens on
 * servers that have forgotten or refuse them. Each script is a file beside these classes.
 *
 * <p>Start reading at {@link io.callbox.internal.redisson.script.Scripts}, then {@link
 * io.callbox.internal.redisson.script.LuaScript}.
 */
@NullMarked
package io.callbox.internal.redisson.script;

import org.jspecify.annotations.NullMarked;
