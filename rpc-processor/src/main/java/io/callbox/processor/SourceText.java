package io.callbox.processor;

import io.callbox.processor.model.JavaName;
import java.util.List;

/**
 * A source file. Its text is complete except for the answer to one question for the compiler:
 * whether the package hides types of {@code java.lang}, which must then be imported.
 *
 * @param name the class
 * @param begin the package and the imports, with those from {@code java.lang}
 * @param beginWithoutJavaLang the same without those
 * @param fromJavaLang the simple names that {@code begin} imports from {@code java.lang}
 * @param rest the text after the imports
 */
record SourceText(
    JavaName name,
    String begin,
    String beginWithoutJavaLang,
    List<String> fromJavaLang,
    String rest) {}
