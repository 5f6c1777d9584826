package io.callbox.cli.command;

import io.callbox.gateway.GatewayBuilder;
import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.access.Authorizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options of {@code callbox gateway} that say who may use a gateway, and for what. Belongs to one
 * thread.
 */
final class AccessOptions {

  @Option(
      names = "--tokens",
      paramLabel = "FILE",
      description = "Who may come in: a name and a token of 16 characters or more on each line.")
  private @Nullable Path tokens;

  @Option(
      names = "--authenticator",
      paramLabel = "CLASS",
      description = {
        "Who may come in, instead of --tokens: your Authenticator,",
        "which a jar in CALLBOX_CLASSPATH provides."
      })
  private @Nullable String authenticator;

  @Option(
      names = "--authorizer",
      paramLabel = "CLASS",
      description = "What each caller may do: your Authorizer, which such a jar provides.")
  private @Nullable String authorizer;

  /** Returns whether callers are identified. */
  boolean identify() {
    return tokens != null || authenticator != null;
  }

  /**
   * Sets the options in the builder.
   *
   * @throws IOException if the file of tokens cannot be read
   */
  void set(GatewayBuilder builder) throws IOException {
    if (tokens != null && authenticator != null) {
      throw Refusal.misuse(
          "--tokens and --authenticator both say who may come in.", "Leave out one of them.");
    }
    if (tokens != null) {
      builder.authenticator(Authenticator.tokens(tokens));
    }
    if (authenticator != null) {
      builder.authenticator(provided(Authenticator.class, authenticator));
    }
    if (authorizer != null) {
      builder.authorizer(provided(Authorizer.class, authorizer));
    }
  }

  /** Returns a new object of the class with this name, if something on the class path offers it. */
  private static <T> T provided(Class<T> kind, String name) {
    ServiceLoader<T> offered = ServiceLoader.load(kind);
    try {
      return offered.stream()
          .filter(each -> each.type().getName().equals(name))
          .findFirst()
          .orElseThrow(() -> unknown(kind, name, offered))
          .get();
    } catch (ServiceConfigurationError broken) {
      throw Refusal.misuse(
          broken.getMessage() + cause(broken) + '.',
          "The class has to be public, with a public constructor without parameters.");
    } catch (LinkageError unusable) { // the error is of this class, or of one before it on the list
      throw Refusal.misuse(
          "No " + kind.getSimpleName() + " can be loaded: " + unusable + cause(unusable) + '.',
          "Compile the class with this callbox.jar; what it uses has to be on the class path too.");
    }
  }

  private static String cause(Error failure) {
    return failure.getCause() == null ? "" : ": " + failure.getCause();
  }

  private static <T> Refusal unknown(Class<T> kind, String name, ServiceLoader<T> offered) {
    List<String> names = offered.stream().map(each -> each.type().getName()).sorted().toList();
    return Refusal.misuse(
        "Nothing on the class path provides the "
            + kind.getSimpleName()
            + ' '
            + name
            + (names.isEmpty() ? "." : "; there is " + String.join(", ", names) + '.'),
        "CALLBOX_CLASSPATH names jars with a file META-INF/services/" + kind.getName() + '.');
  }
}
