package io.callbox.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What well-known types that cannot travel are to be replaced with, or what of theirs. */
final class AdviceTest {

  private static final Pattern ADVICE = Pattern.compile("; (?:use |return a )(.*)");

  private static final String[][] EXPECTED = {
    {"java.util.Date", "java.time.Instant"},
    {"java.sql.Timestamp", "java.time.Instant"},
    {"java.sql.Date", "java.time.LocalDate"},
    {"java.sql.Time", "java.time.LocalTime"},
    {"java.util.Calendar", "java.time.ZonedDateTime"},
    {"java.util.GregorianCalendar", "java.time.ZonedDateTime"},
    {"java.util.TimeZone", "java.time.ZoneId"},
    {"java.util.stream.IntStream", "java.util.stream.Stream<Integer>"},
    {"java.util.Iterator<String>", "java.util.List"},
    {"Iterable<String>", "java.util.List"},
    {"java.util.ArrayList<String>", "java.util.List"},
    {"java.util.LinkedList<String>", "java.util.List"},
    {"java.util.concurrent.CopyOnWriteArrayList<String>", "java.util.List"},
    {"java.util.HashSet<String>", "java.util.Set"},
    {"java.util.LinkedHashSet<String>", "java.util.Set"},
    {"java.util.TreeSet<String>", "java.util.NavigableSet"},
    {"java.util.ArrayDeque<String>", "java.util.Deque"},
    {"java.util.PriorityQueue<String>", "java.util.Queue"},
    {"java.util.HashMap<String, String>", "java.util.Map"},
    {"java.util.LinkedHashMap<String, String>", "java.util.Map"},
    {"java.util.concurrent.ConcurrentHashMap<String, String>", "java.util.Map"},
    {"java.util.TreeMap<String, String>", "java.util.NavigableMap"},
    {"java.util.Properties", "java.util.Map<String, String>"},
    {"java.util.Map.Entry<String, String>", "a record or data class of the same members"},
    {"java.io.InputStream", "byte[]"},
    {"java.io.FileInputStream", "byte[]"},
    {"java.nio.ByteBuffer", "byte[]"},
    {"java.io.File", "String"},
    {"CharSequence", "String"},
    {"StringBuilder", "String"},
    {"Class<String>", "String"},
    {"java.net.URL", "java.net.URI"},
    {"Number", "int, or another type of number"},
    {"java.util.concurrent.atomic.AtomicLong", "long"},
    {"Runnable", "data that says what is to be done, as code does not travel"},
    {"far.Message", "byte[], and the message's toByteArray() and parseFrom(byte[])"},
    {"kotlin.Pair<String, String>", "a record or data class of the same members"},
    {"kotlin.Unit", "nothing: leave it out, and return void"},
    {"kotlin.sequences.Sequence<String>", "java.util.List"},
    {"java.util.concurrent.CompletionStage<String>", "CompletableFuture"},
    {"java.util.concurrent.Future<String>", "CompletableFuture"},
    {"java.util.concurrent.ScheduledFuture<String>", "CompletableFuture"},
  };

  @Test
  void eachWellKnownTypeHasItsOwn() {
    List<String> methods = new ArrayList<>();
    Map<String, String> expected = new TreeMap<>();
    for (String[] each : EXPECTED) {
      expected.put(each[0], each[1]);
      methods.add("%s m%d();".formatted(each[0], methods.size()));
    }
    Map<String, String> said = new TreeMap<>();
    Compilation compilation = Corpus.compileLoosely(sources(methods));
    compilation
        .errors()
        .forEach(
            error -> {
              int number = (int) error.getLineNumber() - 2;
              String message = error.getMessage(Locale.ROOT);
              Matcher advice = ADVICE.matcher(message);
              said.put(EXPECTED[number][0], advice.find() ? advice.group(1) : message);
            });
    assertEquals(expected, said);
  }

  private static JavaFileObject[] sources(List<String> methods) {
    String service =
        methods.stream()
            .collect(
                Collectors.joining(
                    "\n", "package a; @io.callbox.annotation.RemoteService\ninterface S { ", "}"));
    return new JavaFileObject[] {
      JavaFileObjects.forSourceString("a.S", service),
      JavaFileObjects.forSourceString(
          "com.google.protobuf.MessageLiteOrBuilder",
          "package com.google.protobuf; public interface MessageLiteOrBuilder {}"),
      JavaFileObjects.forSourceString(
          "far.Message",
          "package far; public final class Message"
              + " implements com.google.protobuf.MessageLiteOrBuilder"
              + " { public int getSize() { return 1; } }"),
      JavaFileObjects.forSourceString(
          "kotlin.Pair", "package kotlin; public final class Pair<A, B> {}"),
      JavaFileObjects.forSourceString("kotlin.Unit", "package kotlin; public final class Unit {}"),
      JavaFileObjects.forSourceString(
          "kotlin.sequences.Sequence", "package kotlin.sequences; public interface Sequence<T> {}")
    };
  }
}
