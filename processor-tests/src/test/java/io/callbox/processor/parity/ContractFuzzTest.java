package io.callbox.processor.parity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import io.callbox.processor.Corpus;
import io.callbox.processor.GeneratedCode;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Random contracts are refused with a code, or compile without a warning and give back what they
 * are given. The same contracts each time; run others, and more, with {@code -Dfuzz.seed=2
 * -Dfuzz.contracts=10000}.
 */
final class ContractFuzzTest {

  private static final int AT_ONCE = 25;
  private static final int VALUES = 20;
  private static final Pattern CONTRACT = Pattern.compile("parity[/.]c([0-9]+)[/.]");

  private final List<String> refusals = new ArrayList<>();

  @Test
  void acceptedContractCompilesAndReturnsSentValues() throws Exception {
    int contracts = Integer.getInteger("fuzz.contracts", 50);
    long seed = Long.getLong("fuzz.seed", 1);
    int accepted = 0;
    for (int from = 0; from < contracts; from += AT_ONCE) {
      Map<Integer, RandomContract> batch = new TreeMap<>();
      for (int number = from; number < Math.min(from + AT_ONCE, contracts); number++) {
        batch.put(number, new RandomContract(number, new Random(seed * 1_000_003 + number)));
      }
      accepted += check(batch);
    }
    assertTrue(
        accepted > contracts / 2, "only " + accepted + " contracts were accepted: " + refusals);
  }

  /** How many of the contracts were accepted. */
  private int check(Map<Integer, RandomContract> batch) throws Exception {
    Compilation first = compile(batch);
    first.errors().forEach(error -> batch.remove(refused(error)));
    Compilation compilation = first.errors().isEmpty() ? first : compile(batch);
    assertTrue(compilation.errors().isEmpty(), () -> described(compilation.errors()));
    ClassLoader classes = GeneratedCode.load(compilation);
    for (RandomContract contract : batch.values()) {
      for (EchoMethod method : EchoMethod.of(contract.contract(), classes)) {
        check(method, contract);
      }
    }
    return batch.size();
  }

  private static void check(EchoMethod method, RandomContract contract) throws Exception {
    RandomValues values = new RandomValues(new Random(7));
    for (int at = 0; at < VALUES; at++) {
      Object value = values.of(method.type());
      try {
        Object back = method.call(value);
        assertTrue(
            Same.same(value, back),
            () -> method + " gave back " + back + " for " + value + described(contract));
      } catch (InvocationTargetException failure) {
        if (!isMissing(failure.getCause())) {
          String what = failure.getCause() + " from " + method + described(contract);
          throw new AssertionError(what, failure.getCause());
        }
      }
    }
  }

  /** Whether a value was null that is declared never to be. */
  private static boolean isMissing(Throwable failure) {
    return failure instanceof NullPointerException
        && failure.getStackTrace()[0].getMethodName().equals("requireNonNull");
  }

  private static Compilation compile(Map<Integer, RandomContract> batch) {
    List<JavaFileObject> sources = new ArrayList<>();
    batch.values().forEach(each -> sources.addAll(each.files()));
    return Corpus.compile(List.of("-Xmaxerrs", "9999"), sources.toArray(JavaFileObject[]::new));
  }

  /** Which contract an error is about: it has to be one of ours. */
  private int refused(Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ROOT);
    boolean ours = message.startsWith("RPC") && !message.startsWith("RPC900");
    Matcher number = CONTRACT.matcher(String.valueOf(error.getSource()));
    assertTrue(ours && number.find(), () -> described(List.of(error)));
    refusals.add(message);
    return Integer.parseInt(number.group(1));
  }

  private static String described(List<Diagnostic<? extends JavaFileObject>> errors) {
    StringBuilder text = new StringBuilder();
    errors.stream().limit(5).forEach(error -> text.append(error).append('\n'));
    return text.toString();
  }

  private static String described(RandomContract contract) {
    StringBuilder text = new StringBuilder(" of\n");
    for (JavaFileObject file : contract.files()) {
      try {
        text.append(file.getCharContent(true)).append('\n');
      } catch (java.io.IOException failure) {
        throw new AssertionError(failure);
      }
    }
    return text.toString();
  }
}
