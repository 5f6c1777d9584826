package io.callbox.processor.model;

/**
 * The methods that read and write the values of a type: methods of the runtime's {@code
 * io.callbox.json} and its subpackages, or of Jackson's generator itself.
 *
 * @param reader {@code Class.method}, called with the parser
 * @param writer {@code Class.method}, called with the generator and the value; or {@code
 *     JsonGenerator.method}, called on the generator
 */
public record ValueMethods(String reader, String writer) {

  /** The class whose methods are called on the generator. */
  public static final String GENERATOR = "JsonGenerator";

  /** Methods {@code read…} and {@code write…} of one class. */
  static ValueMethods of(String className, String suffix) {
    return new ValueMethods(className + ".read" + suffix, className + ".write" + suffix);
  }

  /** Reads with {@code Numbers}, and writes with the generator. */
  static ValueMethods number(String suffix) {
    return new ValueMethods("Numbers.read" + suffix, GENERATOR + ".writeNumber");
  }
}
