package io.callbox.processor.model;

import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.reading.TypeForms;
import io.callbox.processor.writing.StubWriter;
import javax.lang.model.element.Element;

/** Breaks every rule that {@code ArchitectureTest} holds, to show that they are held. */
public record WrongFloor(StubWriter writer, TypeForms forms, Element element, TypeSpec type) {}
