/**
 * What a native image has to be told of reflection: a program is watched through Java's debugger
 * interface while it calls over Redis, as GraalVM's agent would watch it. Start at {@code
 * ReflectionMetadataTest}.
 */
@NullMarked
package io.callbox.nativeimage;

import org.jspecify.annotations.NullMarked;
