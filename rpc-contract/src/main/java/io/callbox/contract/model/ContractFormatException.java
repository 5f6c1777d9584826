package io.callbox.contract.model;

/**
 * Reports that a document is not the OpenRPC document of a contract, or that a file is not a list
 * of suppressions.
 */
public final class ContractFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception with the problem, and its place. */
  public ContractFormatException(String message) {
    super(message);
  }

  /** Creates an exception with the problem and its cause. */
  public ContractFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
