package io.callbox.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServiceSkeleton;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated does not depend on the encoding that the compiler is told to use. */
final class EncodingTest {

  /** The names are escaped, so that the source itself means the same in every encoding. */
  private static final String CONTRACT =
      """
      package shop;
      import io.callbox.annotation.*;
      @RemoteService("shop.\\u00c4mter")
      public interface Till {
        /** Costs \\u20ac. */
        @RemoteMethod(name = "pay\\u00c4")
        String pay(@Param("\\u20ac \\ud83d\\ude00\\\\u20ac") String betr\\u00e4ge);
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "US-ASCII", "UTF-8", "UTF-16"})
  void namesReachTheWireAndTheContractFile(String encoding, @TempDir Path folder) throws Exception {
    compile(folder, encoding);
    try (var loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, EncodingTest.class.getClassLoader())) {
      assertEquals("paid 5", pay(loader, "5"));
    }
    String contract =
        Files.readString(
            folder.resolve("META-INF/callbox/shop.\u00c4mter.openrpc.json"),
            StandardCharsets.UTF_8);
    assertTrue(contract.contains("pay\u00c4"), contract);
    assertTrue(contract.contains("Costs \u20ac."), contract);
  }

  private static void compile(Path folder, String encoding) throws Exception {
    Path source = Files.createDirectories(folder.resolve("shop")).resolve("Till.java");
    Files.writeString(source, CONTRACT, Charset.forName(encoding));
    var compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var options =
          List.of("-encoding", encoding, "-parameters", "-d", folder.toString(), "-Xlint:all");
      var task =
          compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source));
      task.setProcessors(List.of(new RemoteServiceProcessor()));
      assertTrue(task.call(), messages::toString);
    }
  }

  /** Calls through the stub, and says what went over the wire. */
  private static Object pay(ClassLoader loader, String amount) throws Exception {
    Class<?> contract = loader.loadClass("shop.Till");
    Object till =
        Proxy.newProxyInstance(
            loader, new Class<?>[] {contract}, (self, method, arguments) -> "paid " + arguments[0]);
    var skeleton =
        (ServiceSkeleton)
            loader.loadClass("shop.TillSkeleton").getConstructor(contract).newInstance(till);
    var method = skeleton.descriptor().methods().iterator().next();
    assertEquals("shop.\u00c4mter.pay\u00c4", method.fullName());
    LoopbackChannel channel = new LoopbackChannel(skeleton);
    Object stub =
        loader.loadClass("shop.TillStub").getConstructor(RpcChannel.class).newInstance(channel);
    try {
      Object answer = contract.getMethod("pay", String.class).invoke(stub, amount);
      assertEquals("{\"\u20ac \ud83d\ude00\\\\u20ac\":\"5\"}", channel.params());
      return answer;
    } catch (InvocationTargetException failure) {
      throw new AssertionError(failure.getCause());
    }
  }
}
