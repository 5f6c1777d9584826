package io.callbox.cli;

import io.callbox.cli.command.AclCommand;
import io.callbox.cli.command.BenchCommand;
import io.callbox.cli.command.CallCommand;
import io.callbox.cli.command.CallsCommand;
import io.callbox.cli.command.CompletionCommand;
import io.callbox.cli.command.ContractCommand;
import io.callbox.cli.command.DeadCommand;
import io.callbox.cli.command.DescribeCommand;
import io.callbox.cli.command.GatewayCommand;
import io.callbox.cli.command.McpCommand;
import io.callbox.cli.command.NodesCommand;
import io.callbox.cli.command.PauseCommand;
import io.callbox.cli.command.QueuesCommand;
import io.callbox.cli.command.ResumeCommand;
import io.callbox.cli.command.ServicesCommand;
import io.callbox.cli.command.ShardsCommand;
import io.callbox.cli.command.StatsCommand;
import io.callbox.cli.command.TopCommand;
import io.callbox.cli.command.WatchCommand;
import io.callbox.cli.output.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The {@code callbox} command: runs the command that its first word names. It exits with 0 for
 * success, with 1 if the answer is no, with 2 if the command line is wrong, and with 3 if Redis or
 * the target cannot be reached.
 */
@Command(
    name = "callbox",
    description = "Sees, calls and tends the services behind a Redis.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Callbox.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "The address of Redis can be set once and for all:"
          + " CALLBOX_REDIS=redis://user:password@host:port",
      "Exit codes: 0 done, 1 the answer is no, 2 not understood, 3 out of reach."
    })
public final class Callbox implements Runnable {

  /** The commands, in the order in which help lists them. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          NodesCommand.class,
          ServicesCommand.class,
          QueuesCommand.class,
          DescribeCommand.class,
          CallCommand.class,
          StatsCommand.class,
          TopCommand.class,
          WatchCommand.class,
          CallsCommand.class,
          DeadCommand.class,
          PauseCommand.class,
          ResumeCommand.class,
          ShardsCommand.class,
          ContractCommand.class,
          AclCommand.class,
          BenchCommand.class,
          GatewayCommand.class,
          McpCommand.class,
          CompletionCommand.class);

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec command;

  /** Runs one command, and exits with its code. */
  public static void main(String[] args) {
    Terminal.prepare();
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = commandLineFor(args).setOut(out).setErr(err).execute(args);
    out.flush();
    err.flush();
    Runtime.getRuntime().halt(code); // the node has left the registry; its threads may still run
  }

  /** Returns the command line with all commands, ready to execute. */
  public static CommandLine commandLine() {
    return commandLine(COMMANDS);
  }

  /**
   * Returns the command line for these words. Describing a command takes longer than running it, so
   * the command line contains only the named command. It contains all commands if none is named, or
   * to complete words.
   */
  static CommandLine commandLineFor(String... words) {
    return COMMANDS.stream()
        .filter(each -> words.length > 0 && name(each).equals(words[0]))
        .filter(each -> each != CompletionCommand.class)
        .findFirst()
        .map(each -> commandLine(List.of(each)))
        .orElseGet(Callbox::commandLine);
  }

  private static String name(Class<?> command) {
    Command about = command.getAnnotation(Command.class);
    return about == null ? "" : about.name();
  }

  private static CommandLine commandLine(List<Class<?>> commands) {
    CommandLine line = new CommandLine(new Callbox());
    commands.forEach(line::addSubcommand);
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false) // "@file" is the arguments of a call
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(new Failures())
        .setExecutionExceptionHandler(new Failures());
  }

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "no command given");
  }

  /** Returns the version. */
  static final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
      Properties about = new Properties();
      try (InputStream in = Callbox.class.getResourceAsStream("version.properties")) {
        about.load(in);
      }
      return new String[] {"callbox " + about.getProperty("version")};
    }
  }
}
