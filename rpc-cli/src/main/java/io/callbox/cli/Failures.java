package io.callbox.cli;

import io.callbox.cli.command.Refusal;
import io.callbox.cli.output.Output;
import io.callbox.cli.output.Tone;
import io.callbox.cli.output.Visible;
import io.callbox.contract.model.ContractFormatException;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints one line with the reason why a command failed, and one with what to do next. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  @Override
  public int handleExecutionException(Exception thrown, CommandLine line, ParseResult parsed)
      throws Exception {
    Throwable failure = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (failure instanceof Refusal refusal) {
      return say(line, refusal.getMessage(), refusal.advice(), refusal.exitCode());
    } else if (failure instanceof RpcException failed) {
      return say(line, failed.code() + ": " + failed.getMessage(), advice(failed), code(failed));
    } else if (failure instanceof NoSuchFileException missing) {
      return say(line, "There is no file " + missing.getFile(), "", Refusal.MISUSED);
    } else if (failure instanceof FileAlreadyExistsException there) {
      return say(
          line, there.getFile() + " is there already.", "Say another file.", Refusal.MISUSED);
    } else if (failure instanceof IOException
        || failure instanceof IllegalArgumentException
        || failure instanceof ContractFormatException) {
      return say(line, failure.getMessage(), "see " + name(line) + " --help", Refusal.MISUSED);
    }
    throw thrown;
  }

  /** Prints the problem of a command line; prints the usage if no command was named. */
  @Override
  public int handleParseException(ParameterException misuse, String[] words) {
    CommandLine line = misuse.getCommandLine();
    say(line, misuse.getMessage(), "", Refusal.MISUSED);
    if (!UnmatchedArgumentException.printSuggestions(misuse, line.getErr())
        && !line.getSubcommands().isEmpty()) {
      line.usage(line.getErr());
    }
    advise(line, "see " + name(line) + " --help");
    return Refusal.MISUSED;
  }

  private static int say(CommandLine line, @Nullable String what, String advice, int code) {
    line.getErr().println(coloured(line, Tone.BAD, what));
    advise(line, advice);
    return code;
  }

  private static void advise(CommandLine line, String advice) {
    if (!advice.isEmpty()) {
      line.getErr().println(coloured(line, Tone.FAINT, advice));
    }
    line.getErr().flush();
  }

  private static String coloured(CommandLine line, Tone tone, @Nullable String text) {
    return tone.applied(Visible.text(String.valueOf(text)), Output.errorsAreColoured(line));
  }

  private static String name(CommandLine line) {
    return line.getCommandSpec().qualifiedName();
  }

  private static int code(RpcException failure) {
    return switch (failure.code()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED -> Refusal.OUT_OF_REACH;
      case INVALID_ARGUMENT, UNIMPLEMENTED, INVALID_REQUEST, PARSE_ERROR -> Refusal.MISUSED;
      default -> Refusal.NO;
    };
  }

  private static String advice(RpcException failure) {
    return switch (failure.code()) {
      case UNAVAILABLE -> Refusal.IS_REDIS_RIGHT;
      case DEADLINE_EXCEEDED -> late(failure);
      case UNIMPLEMENTED, INVALID_ARGUMENT -> "callbox describe SERVICE shows what there is.";
      case PERMISSION_DENIED ->
          "callbox acl prints the rules that a user of Redis needs; --as ID is the node they name.";
      case WORKER_LOST ->
          "callbox dead ls SERVICE lists it, callbox dead replay SERVICE ID runs it again.";
      case RESOURCE_EXHAUSTED -> "callbox queues shows which queue is full.";
      default -> "";
    };
  }

  private static String late(RpcException failure) {
    return failure.executed() == Executed.NO
        ? "callbox queues shows how many wait; --timeout gives it longer."
        : "callbox queues SERVICE --held 5 shows which worker has it; --timeout gives it longer.";
  }
}
