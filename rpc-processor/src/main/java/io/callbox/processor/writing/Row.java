package io.callbox.processor.writing;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import javax.lang.model.element.Modifier;

/**
 * Methods or constants of a class, one after the other, as text: those that there are for each
 * method of a contract. For one thread.
 */
final class Row {

  /** Begins the type of a stand-in; in no name and, unescaped, in no string. */
  static final char BEGIN = '\u001d';

  private final int number;
  private final FilledText text;
  private boolean ofMethods;

  /**
   * An empty row.
   *
   * @param number the row's, in its file
   * @param depth how deep in other classes the class is
   */
  Row(int number, int depth) {
    this.number = number;
    this.text = new FilledText(depth + 1);
  }

  /** Begins a member. */
  Row next() {
    if (!text.isEmpty()) {
      text.add(0, "\n");
    }
    return this;
  }

  /** Adds whole lines to a member, so much deeper than it is itself. */
  Row add(int depth, String lines) {
    text.add(depth, lines);
    return this;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** What is in a class for constants. */
  FieldSpec constants() {
    return FieldSpec.builder(type(), "row", Modifier.STATIC).build();
  }

  /** What is in a class for methods. */
  MethodSpec methods() {
    ofMethods = true;
    return MethodSpec.methodBuilder("row").returns(type()).build();
  }

  private TypeName type() {
    return TypeVariableName.get(BEGIN + Integer.toString(number));
  }

  /** How many lines JavaPoet writes for what is in its place. */
  int linesOfStandIn() {
    return ofMethods ? 2 : 1;
  }

  void appendTo(StringBuilder all) {
    text.appendTo(all);
  }

  int length() {
    return text.length();
  }
}
