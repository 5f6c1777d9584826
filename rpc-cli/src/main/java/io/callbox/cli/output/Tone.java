package io.callbox.cli.output;

/** How a piece of text is meant; a colour on a terminal, nothing elsewhere. */
public enum Tone {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  WARNING("33"),
  BAD("31");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  /** The text in this tone. */
  public String applied(String text, boolean colours) {
    return colours && !code.isEmpty() ? "\u001b[" + code + 'm' + text + "\u001b[0m" : text;
  }
}
