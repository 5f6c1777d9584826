package io.callbox.cli.output;

/** The tone of a piece of text: a colour on a terminal, nothing elsewhere. */
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

  /** Returns the text in this tone. */
  public String applied(String text, boolean colours) {
    return colours && !code.isEmpty() ? "\u001b[" + code + 'm' + text + "\u001b[0m" : text;
  }
}
