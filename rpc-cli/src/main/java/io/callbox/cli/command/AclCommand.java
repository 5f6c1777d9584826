package io.callbox.cli.command;

import io.callbox.annotation.Sync;
import io.callbox.cli.output.Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callbox acl}. */
@Command(
    name = "acl",
    description = {
      "Print the least rules for a user of Redis, of a node that calls, serves, or both.",
      "Asks no Redis: give what it prints to redis-cli, or with --file to an ACL file."
    },
    footer = {
      "",
      "  callbox acl --caller web-1",
      "  callbox acl --worker node-2 --service Arith --service Reports --password-env PASSWORD"
    })
public final class AclCommand implements Callable<Integer> {

  @Mixin private final Output output = new Output();

  @Mixin private final NamespaceOption namespace = new NamespaceOption();

  @Option(names = "--caller", paramLabel = "ID", description = "A node that calls.")
  private @Nullable String caller;

  @Option(names = "--worker", paramLabel = "ID", description = "A node that serves.")
  private @Nullable String worker;

  @Option(
      names = "--operator",
      paramLabel = "ID",
      description = "Who tends the services: this command, with --as ID.")
  private @Nullable String operator;

  @Option(
      names = "--service",
      paramLabel = "S",
      description = "What the worker serves; repeat it for each service.")
  private List<String> services = new ArrayList<>();

  @Option(names = "--durable", description = "With what durable calls need besides.")
  private boolean durable;

  @Option(
      names = "--sync",
      paramLabel = "SYNC",
      description =
          "With what durable calls need that wait for a copy: REPLICAS, AOF; can be repeated.")
  private List<Sync> syncs = new ArrayList<>();

  @Option(
      names = "--password-env",
      paramLabel = "VAR",
      description = "The environment variable that has the user's password.")
  private @Nullable String passwordVariable;

  @Option(names = "--file", description = "Print the line of an ACL file.")
  private boolean file;

  @Override
  public Integer call() throws IOException {
    String user = user();
    AccessRules rules = new AccessRules(namespace.value(), password());
    boolean waits = syncs.stream().anyMatch(each -> each != Sync.NONE);
    if (caller != null) {
      rules.addCaller(caller, durable || waits);
    }
    if (operator != null) {
      rules.addOperator(operator);
    }
    if (worker != null) {
      rules.addWorker(worker, services, durable || waits);
    }
    rules.addSyncs(syncs);
    if (output.isJson()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("user", user);
      json.put("rules", rules.rules());
      output.value(json);
    } else {
      output.raw((file ? rules.fileLine(user) : rules.command(user)) + "\n");
    }
    return 0;
  }

  private String user() {
    Set<String> named = new LinkedHashSet<>(Arrays.asList(caller, worker, operator));
    named.remove(null);
    if (named.isEmpty()) {
      throw Refusal.misuse(
          "Rules of whom?", "Say --caller ID, --worker ID --service S, or --operator ID.");
    }
    if (caller == null && worker == null && !syncs.isEmpty()) {
      throw Refusal.misuse(
          "--sync is for a node that submits or serves durable calls.",
          "Say --caller ID or --worker ID with it.");
    }
    if (worker != null && services.isEmpty()) {
      throw Refusal.misuse("What does " + worker + " serve?", "Say --service S, once for each.");
    }
    if (named.size() > 1) {
      throw Refusal.misuse(
          String.join(" and ", named) + " are several nodes, and so several users.",
          "Ask for the rules of one after the other.");
    }
    return named.iterator().next();
  }

  private String password() {
    String password = passwordVariable == null ? "secret" : System.getenv(passwordVariable);
    if (password == null || password.isEmpty()) {
      throw Refusal.misuse(
          "The environment has no " + passwordVariable + ".", "export " + passwordVariable + "=…");
    }
    return password;
  }
}
