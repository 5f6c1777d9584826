package io.callbox.contract.model;

/** A document is not the OpenRPC document of a contract, or a file is no list of suppressions. */
public final class ContractFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An exception that says what is wrong, and where. */
  public ContractFormatException(String message) {
    super(message);
  }

  /** An exception that says what is wrong, and how it was found. */
  public ContractFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
