package io.callbox.processor;

import io.callbox.processor.model.JavaName;
import java.util.List;

/**
 * A source file, whose text is complete but for one question to the compiler: whether the package
 * hides types of {@code java.lang}, so that these have to be imported.
 *
 * @param name the class
 * @param begin the package and the imports, with those from {@code java.lang}
 * @param beginWithoutJavaLang the same without those
 * @param fromJavaLang the simple names of what {@code begin} imports from {@code java.lang}
 * @param rest what follows
 */
record SourceText(
    JavaName name,
    String begin,
    String beginWithoutJavaLang,
    List<String> fromJavaLang,
    String rest) {}
