package io.callbox.samples.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Options with a value each, {@code --name value}, and the words that follow them. Immutable.
 *
 * @param options the values by name, without dashes
 * @param words what follows the last option
 */
public record CommandLine(Map<String, String> options, List<String> words) {

  /**
   * Takes a command line apart.
   *
   * @param known the names of the options that there are
   * @throws UsageException if an option is unknown, or has no value
   */
  public static CommandLine parse(List<String> args, Set<String> known) {
    Map<String, String> options = new LinkedHashMap<>();
    int next = 0;
    while (next < args.size() && args.get(next).startsWith("--")) {
      String name = args.get(next).substring(2);
      if (!known.contains(name)) {
        throw new UsageException("no option --" + name);
      }
      if (next + 1 == args.size()) {
        throw new UsageException("--" + name + " needs a value");
      }
      options.put(name, args.get(next + 1));
      next += 2;
    }
    return new CommandLine(Map.copyOf(options), List.copyOf(args.subList(next, args.size())));
  }

  /** The value of an option, if it is given. */
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /**
   * The value of an option that must be given.
   *
   * @throws UsageException if it is not
   */
  public String required(String name) {
    return option(name).orElseThrow(() -> new UsageException("--" + name + " is missing"));
  }
}
