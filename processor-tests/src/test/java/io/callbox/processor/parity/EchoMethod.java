package io.callbox.processor.parity;

import com.google.testing.compile.Compilation;
import io.callbox.processor.Corpus;
import io.callbox.processor.GeneratedCode;
import io.callbox.processor.LoopbackChannel;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServiceSkeleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/**
 * A method of a contract that gives back what it is given, called through the generated code: stub,
 * JSON, skeleton, and back.
 */
final class EchoMethod {

  private final Method method;
  private final Object stub;
  private final LoopbackChannel channel;
  private final ServiceSkeleton skeleton;

  private EchoMethod(
      Method method, Object stub, LoopbackChannel channel, ServiceSkeleton skeleton) {
    this.method = method;
    this.stub = stub;
    this.channel = channel;
    this.skeleton = skeleton;
  }

  /** All methods of a contract that take one value of the type that they return. */
  static List<EchoMethod> of(String contract, ClassLoader classes) {
    try {
      Class<?> type = classes.loadClass(contract.replace('/', '.'));
      Object echo =
          Proxy.newProxyInstance(
              classes, new Class<?>[] {type}, (self, method, values) -> values[0]);
      ServiceSkeleton skeleton =
          (ServiceSkeleton)
              classes.loadClass(type.getName() + "Skeleton").getConstructor(type).newInstance(echo);
      LoopbackChannel channel = new LoopbackChannel(skeleton);
      Object stub =
          classes
              .loadClass(type.getName() + "Stub")
              .getConstructor(RpcChannel.class)
              .newInstance(channel);
      return Arrays.stream(type.getMethods())
          .filter(each -> each.getParameterCount() == 1)
          .map(each -> new EchoMethod(each, stub, channel, skeleton))
          .toList();
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(contract, impossible);
    }
  }

  private boolean echoes() {
    return method.getGenericReturnType().equals(method.getGenericParameterTypes()[0]);
  }

  String name() {
    return method.getName();
  }

  Type type() {
    return method.getGenericReturnType();
  }

  /** What a caller gets for a value. */
  Object call(Object value) throws InvocationTargetException {
    try {
      return method.invoke(stub, new Object[] {value});
    } catch (IllegalAccessException impossible) {
      throw new LinkageError(method.toString(), impossible);
    }
  }

  /** What the generated code writes. */
  String write(Object value) throws Exception {
    method.invoke(stub, new Object[] {value});
    return channel.params();
  }

  /** What the generated code reads. */
  Object read(String json) throws Throwable {
    return channel.call(descriptor(), "[" + json + "]");
  }

  /** What is known of it at run time. */
  MethodDescriptor<?> descriptor() {
    return skeleton.descriptor().methods().stream()
        .filter(each -> each.name().equals(method.getName()))
        .findFirst()
        .orElseThrow();
  }

  /** What serves it, together with the other methods of its contract. */
  ServiceSkeleton skeleton() {
    return skeleton;
  }

  /** Those of a contract that compiles without a warning. */
  static List<EchoMethod> of(String contract) {
    return of(contract, GeneratedCode.load(Corpus.source(contract + ".java"))).stream()
        .filter(EchoMethod::echoes)
        .toList();
  }

  /** Those of a contract with types that are left to databind. */
  static List<EchoMethod> ofDatabound(String contract) {
    return ofAll(contract).stream().filter(EchoMethod::echoes).toList();
  }

  /** One of a contract with types that are left to databind. */
  static EchoMethod databound(String contract, String name) {
    return ofAll(contract).stream()
        .filter(each -> each.method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<EchoMethod> ofAll(String contract) {
    Compilation compilation = Corpus.compileLoosely(Corpus.source(contract + ".java"));
    return of(contract, GeneratedCode.load(compilation));
  }

  @Override
  public String toString() {
    return method.toString();
  }
}
