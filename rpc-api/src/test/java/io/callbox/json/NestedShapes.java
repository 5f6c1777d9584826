package io.callbox.json;

import static io.callbox.json.Shape.TYPES;

import com.fasterxml.jackson.databind.JavaType;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Types made of other types, to any depth. */
final class NestedShapes {

  private static final int MAX_SIZE = 4;

  private static final List<Shape<?>> LEAVES = leaves();

  private NestedShapes() {}

  /** A type that may be a map's key. */
  private record Key<K extends Comparable<? super K>>(
      Class<K> type, Arbitrary<K> values, KeyReader<K> reader, KeyWriter<K> writer) {}

  /** A shape with at most {@code depth} others around each other. */
  static Arbitrary<Shape<?>> ofDepth(int depth) {
    Arbitrary<Shape<?>> leaves = Arbitraries.of(LEAVES);
    return depth == 0
        ? leaves
        : Arbitraries.oneOf(
            leaves, ofDepth(depth - 1).flatMap(inner -> Arbitraries.of(around(inner))));
  }

  private static List<Shape<?>> leaves() {
    List<Shape<?>> all = new ArrayList<>(ScalarShapes.ALL);
    all.addAll(TimeShapes.ALL);
    all.addAll(ArrayShapes.ALL);
    Arbitrary<LocalDate> dates = Arbitraries.longs().between(-99, 99).map(LocalDate::ofEpochDay);
    all.add(
        new Shape<SortedSet<LocalDate>>(
            TYPES.constructCollectionType(SortedSet.class, LocalDate.class),
            dates.set().ofMaxSize(MAX_SIZE).map(TreeSet::new),
            in -> Sets.readSorted(in, Dates::readLocalDate),
            (out, set) -> Sets.write(out, set, Dates::writeLocalDate)));
    return all;
  }

  @SuppressWarnings("JdkObsolete") // the deque that takes null elements
  private static <T> List<Shape<?>> around(Shape<T> inner) {
    List<Shape<?>> all = new ArrayList<>();
    all.add(collection(List.class, inner, ArrayList::new, in -> Lists.read(in, inner.reader())));
    all.add(
        collection(Collection.class, inner, ArrayList::new, in -> Lists.read(in, inner.reader())));
    all.add(collection(Deque.class, inner, LinkedList::new, in -> Queues.read(in, inner.reader())));
    all.add(optional(inner));
    all.add(array(inner));
    all.add(
        map(
            new Key<>(Short.class, Arbitraries.shorts(), MapKeys::readShort, String::valueOf),
            inner));
    all.add(
        map(new Key<>(Byte.class, Arbitraries.bytes(), MapKeys::readByte, String::valueOf), inner));
    all.add(
        map(
            new Key<>(Integer.class, Arbitraries.integers(), MapKeys::readInt, String::valueOf),
            inner));
    all.add(
        map(new Key<>(Long.class, Arbitraries.longs(), MapKeys::readLong, String::valueOf), inner));
    all.add(
        map(new Key<>(UUID.class, ScalarShapes.UUIDS, MapKeys::readUuid, UUID::toString), inner));
    all.add(map(new Key<>(String.class, ScalarShapes.STRINGS, MapKeys::readString, k -> k), inner));
    all.add(
        map(
            new Key<>(
                Month.class,
                Arbitraries.of(Month.class),
                EnumNames.of(Month.values()),
                Month::name),
            inner));
    if (LEAVES.contains(inner)
        && !inner.type().isContainerType()
        && !inner.type().isReferenceType()) { // null and an empty optional become the same
      all.add(
          collection(Set.class, inner, LinkedHashSet::new, in -> Sets.read(in, inner.reader())));
    }
    return all;
  }

  private static <T> Shape<Collection<T>> collection(
      Class<?> type,
      Shape<T> inner,
      Supplier<Collection<T>> empty,
      ValueReader<Collection<T>> reader) {
    JavaType of = TYPES.constructCollectionLikeType(type, inner.type());
    Arbitrary<Collection<T>> values =
        inner
            .values()
            .injectNull(0.1)
            .list()
            .ofMaxSize(MAX_SIZE)
            .map(
                list -> {
                  Collection<T> collection = empty.get();
                  collection.addAll(list);
                  return collection;
                });
    return new Shape<>(of, values, reader, (out, v) -> Lists.write(out, v, inner.writer()));
  }

  private static <T> Shape<Optional<T>> optional(Shape<T> inner) {
    return new Shape<>(
        TYPES.constructParametricType(Optional.class, inner.type()),
        inner.values().injectNull(0.1).map(Optional::ofNullable),
        Optionals.reader(inner.reader()),
        (out, value) -> Optionals.write(out, value, inner.writer()));
  }

  @SuppressWarnings("unchecked") // an array of the component's class is an array of T
  private static <T> Shape<T[]> array(Shape<T> inner) {
    IntFunction<T[]> make = size -> (T[]) Array.newInstance(inner.type().getRawClass(), size);
    return new Shape<>(
        TYPES.constructArrayType(inner.type()),
        inner
            .values()
            .injectNull(0.1)
            .list()
            .ofMaxSize(MAX_SIZE)
            .map(l -> l.toArray(make.apply(0))),
        in -> ArrayValues.read(in, inner.reader(), make),
        (out, value) -> ArrayValues.write(out, value, inner.writer()));
  }

  private static <K extends Comparable<? super K>, V> Shape<Map<K, V>> map(
      Key<K> key, Shape<V> inner) {
    boolean sorted = key.type() != UUID.class;
    JavaType of =
        TYPES.constructMapType(
            sorted ? SortedMap.class : Map.class, TYPES.constructType(key.type()), inner.type());
    Arbitrary<Map<K, V>> values =
        Arbitraries.maps(key.values(), inner.values().injectNull(0.1)).ofMaxSize(MAX_SIZE);
    return new Shape<>(
        of,
        sorted ? values.map(TreeMap::new) : values,
        in ->
            sorted
                ? Maps.readSorted(in, key.reader(), inner.reader())
                : Maps.read(in, key.reader(), inner.reader()),
        (out, map) -> Maps.write(out, map, key.writer(), inner.writer()));
  }
}
