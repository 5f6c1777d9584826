package io.callbox.processor.validation;

import com.google.auto.common.MoreTypes;
import io.callbox.processor.reading.Mirrors;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Suggests types to use instead of well-known types that cannot travel, and of their subtypes. */
final class Advice {

  /** The suggestion for a later value, which only a method's result can be. */
  static final String LATER = "CompletableFuture";

  /** The suggestion for a stream, which only a method's result can be. */
  private static final String STREAM = "java.util.stream.Stream";

  private static final String LIST = "java.util.List";
  private static final Map<String, String> INSTEAD = new HashMap<>();

  static {
    say(
        "java.time.Instant",
        "java.util.Date, java.sql.Timestamp, org.joda.time.Instant, kotlin.time.Instant,"
            + " kotlinx.datetime.Instant, com.google.protobuf.Timestamp");
    say(
        "java.time.LocalDate",
        "java.sql.Date, org.joda.time.LocalDate, kotlinx.datetime.LocalDate");
    say("java.time.LocalTime", "java.sql.Time, org.joda.time.LocalTime");
    say("java.time.LocalDateTime", "org.joda.time.LocalDateTime, kotlinx.datetime.LocalDateTime");
    say("java.time.ZonedDateTime", "java.util.Calendar, org.joda.time.DateTime");
    say("java.time.Duration", "org.joda.time.Duration, kotlin.time.Duration");
    say("java.time.ZoneId", "java.util.TimeZone, org.joda.time.DateTimeZone");
    say(
        LATER,
        "java.util.concurrent.Future, java.util.concurrent.CompletionStage,"
            + " com.google.common.util.concurrent.ListenableFuture, reactor.core.publisher.Mono,"
            + " io.reactivex.rxjava3.core.Single, io.reactivex.rxjava3.core.Maybe,"
            + " io.reactivex.rxjava3.core.Completable, kotlinx.coroutines.Deferred");
    say(
        LIST,
        "java.util.List, java.lang.Iterable, java.util.Iterator, java.util.Enumeration,"
            + " java.util.Spliterator, java.util.SequencedCollection, kotlin.sequences.Sequence");
    say(
        STREAM + " or java.util.concurrent.Flow.Publisher",
        "java.util.stream.BaseStream, java.util.concurrent.Flow.Publisher,"
            + " org.reactivestreams.Publisher, io.reactivex.rxjava3.core.Observable,"
            + " kotlinx.coroutines.flow.Flow");
    say(STREAM + "<Integer>", "java.util.stream.IntStream");
    say(STREAM + "<Long>", "java.util.stream.LongStream");
    say(STREAM + "<Double>", "java.util.stream.DoubleStream");
    say("java.util.Set", "java.util.Set, java.util.SequencedSet");
    say("java.util.SortedSet", "java.util.SortedSet");
    say("java.util.NavigableSet", "java.util.NavigableSet");
    say("java.util.Queue", "java.util.Queue");
    say("java.util.Deque", "java.util.Deque");
    say("java.util.Collection", "java.util.Collection");
    say("java.util.Map", "java.util.Map, java.util.Dictionary, java.util.SequencedMap");
    say("java.util.SortedMap", "java.util.SortedMap");
    say("java.util.NavigableMap", "java.util.NavigableMap");
    say("java.util.Map with lists as values", "com.google.common.collect.Multimap");
    say("java.util.Map<String, String>", "java.util.Properties");
    say("java.util.Optional", "com.google.common.base.Optional, scala.Option");
    say(
        "byte[]",
        "java.io.InputStream, java.io.OutputStream, java.nio.ByteBuffer, java.sql.Blob,"
            + " java.nio.channels.Channel, java.util.BitSet, com.google.protobuf.ByteString,"
            + " io.netty.buffer.ByteBuf, javax.imageio.ImageIO, java.awt.Image");
    say(
        "byte[], and the message's toByteArray() and parseFrom(byte[])",
        "com.google.protobuf.MessageLiteOrBuilder");
    say(
        "String",
        "java.lang.CharSequence, java.io.Reader, java.io.Writer, java.io.File, java.nio.file.Path,"
            + " java.util.regex.Pattern, java.lang.Class, java.net.InetAddress,"
            + " java.nio.charset.Charset, java.sql.Clob, java.util.StringJoiner");
    say("java.net.URI", "java.net.URL");
    say("int, or another type of number", "java.lang.Number");
    say("int", "java.util.concurrent.atomic.AtomicInteger, kotlin.UInt, kotlin.UShort");
    say(
        "long",
        "java.util.concurrent.atomic.AtomicLong, java.util.concurrent.atomic.LongAdder,"
            + " kotlin.ULong");
    say("boolean", "java.util.concurrent.atomic.AtomicBoolean");
    say("the type within", "java.util.concurrent.atomic.AtomicReference, java.lang.ref.Reference");
    say("int[], long[], boolean[] or a list", "java.util.concurrent.atomic.AtomicIntegerArray");
    say("java.util.UUID", "kotlin.uuid.Uuid");
    say(
        "com.fasterxml.jackson.databind.JsonNode",
        "com.fasterxml.jackson.core.TreeNode, com.google.gson.JsonElement, org.json.JSONObject,"
            + " org.json.JSONArray, jakarta.json.JsonValue, tools.jackson.databind.JsonNode,"
            + " kotlinx.serialization.json.JsonElement");
    say(
        "a record or data class of the same members",
        "java.util.Map.Entry, kotlin.Pair, kotlin.Triple, kotlin.ranges.ClosedRange");
    say("nothing: leave it out, and return void", "kotlin.Unit");
    say(
        "a sealed interface with a record for each outcome, or declare the exception",
        "kotlin.Result, java.lang.Throwable");
    say(
        "data that says what is to be done, as code does not travel",
        "java.lang.Runnable, java.util.concurrent.Callable, java.util.function.Function,"
            + " java.util.function.BiFunction, java.util.function.Supplier,"
            + " java.util.function.Consumer, java.util.function.BiConsumer,"
            + " java.util.function.Predicate, java.util.Comparator, kotlin.Function");
  }

  private final Mirrors mirrors;

  Advice(Mirrors mirrors) {
    this.mirrors = mirrors;
  }

  private static void say(String instead, String types) {
    Stream.of(types.split(", ?")).forEach(type -> INSTEAD.put(type, instead));
  }

  /**
   * The suggestion for the type itself, or for its nearest known supertype.
   *
   * @param isResult whether it is the result of a method
   */
  Optional<String> insteadOf(TypeMirror type, boolean isResult) {
    Optional<String> known = insteadOf(type);
    return isResult ? known : known.map(each -> each.startsWith(STREAM) ? LIST : each);
  }

  private Optional<String> insteadOf(TypeMirror type) {
    Deque<TypeMirror> next = new ArrayDeque<>();
    next.add(type);
    for (TypeMirror at = next.poll(); at != null; at = next.poll()) {
      if (at.getKind() != TypeKind.DECLARED) {
        continue;
      }
      String name = MoreTypes.asTypeElement(at).getQualifiedName().toString();
      if (INSTEAD.containsKey(name)) {
        return Optional.of(INSTEAD.get(name));
      }
      next.addAll(mirrors.types().directSupertypes(at));
    }
    return Optional.empty();
  }
}
