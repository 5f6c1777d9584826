package io.callbox.processor;

import io.callbox.processor.contract.ContractDocument;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.model.TypeDocs;
import io.callbox.processor.reading.JavadocOfTypes;
import io.callbox.processor.reading.Mirrors;
import io.callbox.processor.validation.ProblemCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Hands the contract's document to the compiler, which puts it beside the classes: in UTF-8,
 * whatever encoding the compiler uses.
 */
final class ContractFileWriter {

  private final Filer filer;
  private final Messager messager;
  private final TypeDocs docs;

  ContractFileWriter(ProcessingEnvironment environment, Mirrors mirrors) {
    this.docs = new JavadocOfTypes(mirrors);
    this.filer = environment.getFiler();
    this.messager = environment.getMessager();
  }

  void write(ServiceModel service, TypeElement origin) {
    ContractDocument document = new ContractDocument(service, docs);
    try (OutputStream out =
        filer
            .createResource(StandardLocation.CLASS_OUTPUT, "", document.path(), origin)
            .openOutputStream()) {
      out.write(document.text().getBytes(StandardCharsets.UTF_8));
    } catch (FilerException taken) {
      messager.printMessage(
          Diagnostic.Kind.ERROR,
          ProblemCode.DUPLICATE_SERVICE.id()
              + ": another interface of this compilation is called '"
              + service.wireName()
              + "' on the wire; give one of them another name with @RemoteService(\"…\")",
          origin);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
