package io.callbox.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the text of a filter option. It refuses a blank text, for example from a variable that a
 * script did not set: a command without the condition would act on all.
 */
final class Condition implements ITypeConverter<String> {

  @Override
  public String convert(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException(
          "it is empty: write what to look for, or leave the option out, which means any");
    }
    return text;
  }
}
