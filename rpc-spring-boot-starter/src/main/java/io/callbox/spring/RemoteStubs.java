package io.callbox.spring;

import io.callbox.rpc.RpcChannel;
import io.callbox.spring.CallboxProperties.Client;
import java.lang.reflect.Constructor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.BeanUtils;

/**
 * Makes the injected stubs, one for each type, with the settings of {@code callbox.clients}. Safe
 * for use by many threads.
 */
final class RemoteStubs {

  private final CurrentNode node;
  private final Map<String, Client> clients;
  private final Map<Class<?>, Object> stubs = new ConcurrentHashMap<>();
  private final Set<String> unused;

  RemoteStubs(CurrentNode node, Map<String, Client> clients) {
    this.node = node;
    this.clients = clients;
    this.unused = ConcurrentHashMap.newKeySet();
    unused.addAll(clients.keySet());
  }

  /**
   * Returns the contract of a type, which is an interface or the class of a stub; empty if there is
   * none.
   */
  static Optional<Contract> contractOf(Class<?> type) {
    return type.isInterface() ? Contract.of(type) : Contract.ofStub(type);
  }

  /**
   * Returns the stub for a type.
   *
   * @throws IllegalArgumentException if {@link #contractOf} finds no contract
   */
  Object stub(Class<?> type) {
    return stubs.computeIfAbsent(type, this::make);
  }

  /**
   * Returns the entries of {@code callbox.clients} that no stub uses, which are probably misspelt.
   * Sorted.
   */
  Set<String> unused() {
    return new TreeSet<>(unused);
  }

  private Object make(Class<?> type) {
    Contract contract =
        contractOf(type)
            .orElseThrow(
                () -> new IllegalArgumentException(type.getName() + " is no @RemoteService"));
    Class<?> stub = type.isInterface() ? contract.stub() : type;
    RpcChannel channel = new ClientChannel(node, clientOf(contract));
    return BeanUtils.instantiateClass(constructorOf(stub), channel);
  }

  private static Constructor<?> constructorOf(Class<?> stub) {
    try {
      return stub.getDeclaredConstructor(RpcChannel.class);
    } catch (NoSuchMethodException other) {
      throw new IllegalArgumentException(stub.getName() + " is no generated stub", other);
    }
  }

  private Client clientOf(Contract contract) {
    String service = plain(contract.service());
    String simple = plain(contract.type().getSimpleName());
    for (Map.Entry<String, Client> client : clients.entrySet()) {
      String name = plain(client.getKey());
      if (name.equals(service) || name.equals(simple)) {
        unused.remove(client.getKey());
        return client.getValue();
      }
    }
    return Client.DEFAULT;
  }

  /**
   * Returns a name in the form of properties and environment variables: without case and
   * punctuation.
   */
  private static String plain(String name) {
    return name.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT);
  }
}
