package io.callbox.cli.command;

import io.callbox.cli.output.Output;
import io.callbox.cli.output.Tone;
import io.callbox.contract.model.MethodContract;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callbox describe}. */
@Command(
    name = "describe",
    description = "Show the contract of a service: its methods, their parameters, and its types.")
public final class DescribeCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();

  @Parameters(paramLabel = "SERVICE", description = "A service, or Service.method.")
  private String name = "";

  @Option(names = "--node", paramLabel = "ID", description = "As this node serves it.")
  private @Nullable String node;

  @Override
  public Integer call() {
    try (connection) {
      Target target = Target.serviceOrMethod(name, connection.others());
      LiveContract live =
          LiveContract.of(connection, target.service(), node)
              .orElseThrow(() -> untold(target.service()));
      if (output.isJson()) {
        output.value(live.document());
        return 0;
      }
      List<MethodContract> methods =
          target.method() == null
              ? List.copyOf(live.contract().methods().values())
              : List.of(live.method(target.method()));
      output.say(Tone.STRONG, live.contract().label());
      output.say(Tone.FAINT, "served by " + String.join(", ", live.providers()));
      say(live.description(), "");
      methods.forEach(each -> describe(live, each));
      describeTypes(live);
      return 0;
    }
  }

  private static Refusal untold(String service) {
    return Refusal.outOfReach(
        "Those who serve '" + service + "' do not tell its contract.",
        "A worker in another language may not; callbox call --unchecked calls it even so.");
  }

  private void describe(LiveContract live, MethodContract method) {
    output.say("");
    output.say(Tone.GOOD, ContractText.signature(method));
    say(live.description(method.name()), "    ");
    say(ContractText.traits(method), "    ");
  }

  private void describeTypes(LiveContract live) {
    if (!live.contract().types().isEmpty()) {
      output.say("");
      live.contract()
          .types()
          .forEach((type, schema) -> output.say(ContractText.definition(type, schema)));
    }
  }

  private void say(String text, String indent) {
    text.lines().filter(each -> !each.isBlank()).forEach(each -> output.say(indent + each.strip()));
  }
}
