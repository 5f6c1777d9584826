package io.callbox.processor.validation;

import io.callbox.processor.model.Words;
import io.callbox.processor.reading.Contract;
import io.callbox.processor.reading.ContractMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Validates that the methods of a durable stub have different names: for each durable method {@code
 * build} there is also an {@code attachBuild}, which finds its calls by id.
 */
final class AttachNames {

  private final ValidationReport report;

  AttachNames(ValidationReport report) {
    this.report = report;
  }

  void validate(Contract contract) {
    List<ContractMethod> durables =
        contract.methods().stream().filter(method -> method.durable().isPresent()).toList();
    Map<String, ContractMethod> attached = new HashMap<>();
    for (ContractMethod method : durables) {
      String signature = signatureFor(method, durables);
      ContractMethod other = attached.putIfAbsent(signature, method);
      if (other != null) {
        add(method, signature, other);
      }
    }
    for (ContractMethod method : durables) {
      ContractMethod other = attached.get(method.signature());
      if (other != null) {
        add(method, method.signature(), other);
      }
    }
  }

  private static String signatureFor(ContractMethod method, List<ContractMethod> durables) {
    boolean overloaded =
        durables.stream().filter(each -> each.name().equals(method.name())).count() > 1;
    String name = overloaded ? method.wireName() : method.name();
    return "attach" + Words.pascal(name) + "(java.lang.String)";
  }

  private void add(ContractMethod method, String signature, ContractMethod other) {
    report.add(
        ProblemCode.RESERVED_METHOD,
        method.element(),
        "a durable stub has a method "
            + signature
            + " itself, for "
            + other.name()
            + "; call this one something else, and keep its name on the wire with"
            + " @RemoteMethod(name = …) if others call it already");
  }
}
