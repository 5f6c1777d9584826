package io.callbox.benchmarks.path;

import io.callbox.benchmarks.work.WorkService;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Loads the classes of Callbox once more, and has each of their methods begin with a call of {@link
 * Entries#enter}. Each end of a call has a loader of its own, so that what a client enters and what
 * a server enters are told apart within one process.
 */
final class ObservedClasses extends ClassLoader {

  private static final String OURS = "io.callbox.";

  /** The classes that call, and the one that is called. */
  private static final Set<String> UNOBSERVED =
      Set.of(PathClient.class.getName(), PathServer.class.getName(), WorkService.class.getName());

  private final ObservedMethod.End end;

  ObservedClasses(ObservedMethod.End end) {
    super(ObservedClasses.class.getClassLoader());
    this.end = end;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS) || isShared(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private static boolean isShared(String name) {
    return name.equals(Entries.class.getName()) || name.equals(PathEnd.class.getName());
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] code = code(name);
    byte[] loaded = UNOBSERVED.contains(name) ? code : observed(code);
    return defineClass(name, loaded, 0, loaded.length, getClass().getProtectionDomain());
  }

  private byte[] code(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = getParent().getResourceAsStream(file)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new ClassNotFoundException(name, failure);
    }
  }

  private byte[] observed(byte[] code) {
    ClassReader reader = new ClassReader(code);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new EntryWriter(end, writer), 0);
    return writer.toByteArray();
  }
}
