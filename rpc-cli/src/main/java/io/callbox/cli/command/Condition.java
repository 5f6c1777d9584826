package io.callbox.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the text of a filter option. It refuses a blank text, the value of a variable that a script
 * did not set: without the condition, a command would act on all.
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
