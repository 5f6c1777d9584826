/**
 * From the model to a document: the contract of a service as OpenRPC, with a JSON Schema for each
 * type, for programs in any language.
 *
 * <p>Start reading at {@link io.callbox.processor.contract.ContractDocument}.
 */
@NullMarked
package io.callbox.processor.contract;

import org.jspecify.annotations.NullMarked;
