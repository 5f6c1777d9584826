/**
 * The goals of the Maven plugin: {@code callbox:check} and {@code callbox:update}.
 *
 * <p>Start reading at {@link io.callbox.maven.CheckMojo}.
 */
@NullMarked
package io.callbox.maven;

import org.jspecify.annotations.NullMarked;
