/**
 * What is known of a service once it has been validated: plain data, immutable unless it says
 * otherwise, that cannot express a mistake. Names of what is generated are derived here and nowhere
 * else.
 *
 * <p>The lowest floor: imports neither {@code javax.lang.model} nor JavaPoet. Start reading at
 * {@link io.callbox.processor.model.ServiceModel}.
 */
@NullMarked
package io.callbox.processor.model;

import org.jspecify.annotations.NullMarked;
