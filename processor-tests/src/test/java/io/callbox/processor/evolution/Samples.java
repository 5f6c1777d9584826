package io.callbox.processor.evolution;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * Values of a type that show what becomes of it: null where it may be, every constant and subtype,
 * numbers at the edge. Texts are markers, which are looked for at the other end.
 */
final class Samples {

  private int markers;

  /** Argument lists of a method: each parameter takes each of its values once. */
  List<Object[]> arguments(Method method) {
    List<List<Object>> values =
        Arrays.stream(method.getAnnotatedParameterTypes()).map(this::of).toList();
    return combined(values);
  }

  /** What a method may give back. */
  List<Object> results(Method method) {
    return of(method.getAnnotatedReturnType());
  }

  private List<Object> of(AnnotatedType type) {
    List<Object> values = new ArrayList<>(of(type.getType()));
    boolean mayBeNull =
        !(type.getType() instanceof Class<?> raw && raw.isPrimitive())
            && !isNeverNull(type.getType())
            && Arrays.stream(type.getAnnotations())
                .noneMatch(each -> each.annotationType().getSimpleName().equals("NonNull"));
    if (mayBeNull) {
      values.add(null);
    }
    return values;
  }

  private static boolean isNeverNull(Type type) {
    return type instanceof ParameterizedType generic
        && Set.of(Optional.class, CompletableFuture.class, Stream.class, Flow.Publisher.class)
            .contains(generic.getRawType());
  }

  private List<Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isEnum()) {
      return List.of(raw.getEnumConstants());
    } else if (raw.isSealed()) {
      return Arrays.stream(raw.getPermittedSubclasses())
          .flatMap(each -> of(each).stream())
          .toList();
    } else if (raw.isRecord()) {
      return ofRecord(raw);
    }
    return ofScalar(raw);
  }

  private List<Object> ofScalar(Class<?> raw) {
    return switch (raw.getSimpleName()) {
      case "int", "Integer" -> List.of(41);
      case "long", "Long" -> List.of(42L, Long.MAX_VALUE);
      case "double" -> List.of(4.5);
      case "BigDecimal" -> List.of(new BigDecimal("1E+30"), new BigDecimal("1.5"));
      case "Instant" -> List.of(Instant.EPOCH);
      case "OffsetDateTime" -> List.of(OffsetDateTime.parse("2020-02-29T12:00:01+01:00"));
      case "UUID" -> List.of(new UUID(1, 2));
      case "void" -> new ArrayList<>(Arrays.asList((Object) null));
      case "String" -> List.of("m" + ++markers);
      default -> throw new IllegalArgumentException(raw.toString());
    };
  }

  private List<Object> ofGeneric(Class<?> raw, Type[] arguments) {
    List<Object> elements = of(arguments[arguments.length - 1]);
    Object first = elements.get(0);
    return switch (raw.getSimpleName()) {
      case "List" -> List.of(List.of(first), Arrays.asList(first, null));
      case "Set" -> List.of(Set.of(first));
      case "SortedSet" -> List.of(new TreeSet<>(Set.of(first)));
      case "Optional" -> List.of(Optional.of(first), Optional.empty());
      case "Stream", "Publisher" -> List.of(new Items(elements));
      case "CompletableFuture" -> List.of(CompletableFuture.completedFuture(first));
      case "Map" -> of(arguments[0]).stream().map(key -> (Object) Map.of(key, first)).toList();
      default -> throw new IllegalArgumentException(raw.toString());
    };
  }

  private List<Object> ofRecord(Class<?> raw) {
    RecordComponent[] components = raw.getRecordComponents();
    List<List<Object>> values =
        Arrays.stream(components).map(each -> of(each.getAnnotatedType())).toList();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    List<Object> made = new ArrayList<>();
    for (Object[] arguments : combined(values)) {
      try {
        var constructor = raw.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        made.add(constructor.newInstance(arguments));
      } catch (InvocationTargetException expected) {
        // its constructor does not take this one: others are there
      } catch (ReflectiveOperationException impossible) {
        throw new LinkageError(raw.toString(), impossible);
      }
    }
    return made;
  }

  private static List<Object[]> combined(List<List<Object>> values) {
    List<Object[]> all = new ArrayList<>();
    Object[] first = values.stream().map(each -> each.get(0)).toArray();
    all.add(first);
    for (int place = 0; place < values.size(); place++) {
      for (Object other : values.get(place).subList(1, values.get(place).size())) {
        Object[] arguments = first.clone();
        arguments[place] = other;
        all.add(arguments);
      }
    }
    return all;
  }
}
