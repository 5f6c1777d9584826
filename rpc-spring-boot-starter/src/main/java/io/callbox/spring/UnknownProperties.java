package io.callbox.spring;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Finds properties that look like Callbox's and are not, such as {@code callbox.redis.url}: Spring
 * ignores unknown properties. Looks at the application's own settings; the environment and the
 * system properties belong to other programs too, such as the command line. Stateless.
 */
final class UnknownProperties {

  private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("callbox");
  private static final ConfigurationPropertyName CLIENTS =
      ConfigurationPropertyName.of("callbox.clients");
  private static final Set<String> OF_A_CLIENT = Set.of("node", "timeout", "wait");
  private static final String OF_CLIENTS =
      "callbox.clients.<name>.node, callbox.clients.<name>.timeout, callbox.clients.<name>.wait";
  private static final Set<String> OF_OTHERS =
      Set.of(
          StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
          StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

  /** All properties except those of clients, whose names begin with names that users choose. */
  static final List<ConfigurationPropertyName> KNOWN =
      Stream.of(
              "callbox.concurrency",
              "callbox.enabled",
              "callbox.gateway.allow-actions",
              "callbox.gateway.expose",
              "callbox.gateway.local",
              "callbox.gateway.mask-payloads",
              "callbox.gateway.origins",
              "callbox.gateway.path",
              "callbox.gateway.timeout",
              "callbox.gateway.tokens",
              "callbox.namespace",
              "callbox.node.id",
              "callbox.redis.uri",
              "callbox.timeout")
          .map(ConfigurationPropertyName::of)
          .toList();

  private UnknownProperties() {}

  /** Returns a sentence for each unknown property, in the order of their names. */
  static List<String> of(Environment environment) {
    return environment instanceof ConfigurableEnvironment configurable
        ? names(configurable).stream().map(UnknownProperties::sentence).toList()
        : List.of();
  }

  private static Set<ConfigurationPropertyName> names(ConfigurableEnvironment environment) {
    Set<ConfigurationPropertyName> names = new TreeSet<>();
    for (ConfigurationPropertySource source :
        ConfigurationPropertySources.from(environment.getPropertySources())) {
      if (source instanceof IterableConfigurationPropertySource iterable && isOwn(source)) {
        iterable.stream()
            .filter(ROOT::isAncestorOf)
            .filter(Predicate.not(UnknownProperties::isKnown))
            .forEach(names::add);
      }
    }
    return names;
  }

  private static boolean isOwn(ConfigurationPropertySource source) {
    return !(source.getUnderlyingSource() instanceof PropertySource<?> properties)
        || !OF_OTHERS.contains(properties.getName());
  }

  private static boolean isKnown(ConfigurationPropertyName name) {
    return CLIENTS.isAncestorOf(name)
        ? OF_A_CLIENT.contains(name.getLastElement(ConfigurationPropertyName.Form.UNIFORM))
        : KNOWN.stream().anyMatch(each -> each.equals(name) || each.isAncestorOf(name));
  }

  private static String sentence(ConfigurationPropertyName name) {
    String there = CLIENTS.isAncestorOf(name) ? OF_CLIENTS : joined(near(name));
    return name + " is no property of Callbox, and has no effect; there is " + there;
  }

  /** Returns the known properties beside an unknown one; all properties if there are none. */
  private static List<ConfigurationPropertyName> near(ConfigurationPropertyName name) {
    List<ConfigurationPropertyName> near =
        KNOWN.stream().filter(each -> each.getParent().equals(name.getParent())).toList();
    return near.isEmpty() ? KNOWN : near;
  }

  private static String joined(List<ConfigurationPropertyName> names) {
    return names.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
