package io.callbox.rolling;

import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * One version of a contract, compiled with all that is generated of it, in a class loader of its
 * own: as it is in a program that was built with this version.
 */
final class CompiledContract {

  private static final String PROCESSOR = "io.callbox.processor.RemoteServiceProcessor";

  private final ClassLoader classes;
  private final String name;

  private CompiledContract(ClassLoader classes, String name) {
    this.classes = classes;
    this.name = name;
  }

  /**
   * Compiles an interface.
   *
   * @param folder where its files are put
   * @param name its qualified name
   * @param body its methods and types
   */
  static CompiledContract of(Path folder, String name, String body) throws IOException {
    int dot = name.lastIndexOf('.');
    String source =
        """
        package %s;
        import io.callbox.annotation.*;
        @RemoteService public interface %s { %s }
        """
            .formatted(name.substring(0, dot), name.substring(dot + 1), body);
    Path file = folder.resolve(name.replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-processor", PROCESSOR, "-parameters", "-d", folder.toString());
      var units = files.getJavaFileObjects(file.toFile());
      if (!compiler.getTask(null, files, null, options, null, units).call()) {
        throw new AssertionError(source);
      }
    }
    URL[] urls = {folder.toUri().toURL()};
    return new CompiledContract(new URLClassLoader(urls, own()), name);
  }

  private static ClassLoader own() {
    return CompiledContract.class.getClassLoader();
  }

  /** Serves it by a handler of its calls. */
  ServiceSkeleton skeleton(InvocationHandler implementation) {
    try {
      Class<?> contract = classes.loadClass(name);
      Object served = Proxy.newProxyInstance(classes, new Class<?>[] {contract}, implementation);
      return (ServiceSkeleton)
          classes.loadClass(name + "Skeleton").getConstructor(contract).newInstance(served);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(name, impossible);
    }
  }

  /** Calls it. */
  CalledContract through(RpcChannel channel) {
    try {
      Object stub =
          classes.loadClass(name + "Stub").getConstructor(RpcChannel.class).newInstance(channel);
      return new CalledContract(classes.loadClass(name), stub);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(name, impossible);
    }
  }
}
