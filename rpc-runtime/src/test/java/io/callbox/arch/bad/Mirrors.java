package io.callbox.arch.bad;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.Function;

/** Looks at classes at run time, in one way each. */
public final class Mirrors {

  private Mirrors() {}

  /** By name. */
  public static final class ByName {
    public Class<?> look() throws ClassNotFoundException {
      return Class.forName("java.lang.String");
    }
  }

  /** By members. */
  public static final class ByMembers {
    public int look(Class<?> type) {
      return type.getMethods().length;
    }
  }

  /** By members, for another. */
  public static final class ByReference {
    public Function<Class<?>, Class<?>[]> look() {
      return Class::getInterfaces;
    }
  }

  /** By the name of a field. */
  public static final class ByField {
    volatile int count;

    public Object look() {
      return AtomicIntegerFieldUpdater.newUpdater(ByField.class, "count");
    }
  }

  /** Through {@code java.lang.reflect}. */
  public static final class ByReflection {
    public Object look() {
      return Array.newInstance(String.class, 1);
    }
  }

  /** By handle. */
  public static final class ByHandle {
    public Object look() {
      return MethodHandles.lookup();
    }
  }

  /** By service. */
  public static final class ByService {
    public Object look() {
      return ServiceLoader.load(Runnable.class);
    }
  }

  /** By the loader of classes. */
  public static final class ByLoader {
    Class<?> find(String name) throws ClassNotFoundException {
      return Thread.currentThread().getContextClassLoader().loadClass(name);
    }
  }

  /** By what a stream of objects says. */
  public static final class ByStream {
    Object read(ObjectInputStream stream) throws IOException, ClassNotFoundException {
      return stream.readObject();
    }
  }
}
