package io.callbox.samples.tasks;

import java.util.List;

/**
 * A description of a node, and of its running tasks.
 *
 * @param node its id
 * @param processId the operating system's number for its process
 * @param javaVersion the Java that runs it
 * @param processors how many processors it may use
 * @param fibonacciCalls how many calls of Fibonacci it has answered
 * @param runningTasks the ids of its running tasks, sorted
 */
public record SystemInfo(
    String node,
    long processId,
    String javaVersion,
    int processors,
    long fibonacciCalls,
    List<String> runningTasks) {}
