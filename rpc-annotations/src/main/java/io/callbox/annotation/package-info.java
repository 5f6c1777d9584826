/**
 * What users write on a contract. {@link io.callbox.annotation.RemoteService} makes an interface a
 * remote service; the others refine one method or parameter of it.
 *
 * <p>All of them are kept in the class file, so that contracts compiled elsewhere can be read, and
 * none is looked at when a program runs. This package imports nothing. Start reading at {@link
 * io.callbox.annotation.RemoteService}.
 */
@NullMarked
package io.callbox.annotation;

import org.jspecify.annotations.NullMarked;
