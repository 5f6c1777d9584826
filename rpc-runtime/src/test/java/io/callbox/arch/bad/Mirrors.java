package io.callbox.arch.bad;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.util.ServiceLoader;

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
}
