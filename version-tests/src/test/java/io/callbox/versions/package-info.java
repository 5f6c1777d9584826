/** The modules beside other versions of the libraries that they meet. */
@NullMarked
package io.callbox.versions;

import org.jspecify.annotations.NullMarked;
