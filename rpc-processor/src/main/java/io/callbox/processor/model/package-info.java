/**
 * The model of a validated service: plain data, immutable unless a class says otherwise, that
 * cannot express a mistake. It does not use the compiler's API. Only this package derives the names
 * of generated code.
 *
 * <p>Start reading at {@link io.callbox.processor.model.ServiceModel}.
 */
@NullMarked
package io.callbox.processor.model;

import org.jspecify.annotations.NullMarked;
