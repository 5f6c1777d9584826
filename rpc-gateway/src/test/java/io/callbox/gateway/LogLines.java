package io.callbox.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged under a name while it is open. Safe for use by many threads. */
public final class LogLines extends Handler implements AutoCloseable {

  private final Formatter formatter = new SimpleFormatter();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger logger;

  private LogLines(Logger logger) {
    this.logger = logger;
  }

  /** Begins to write down what is logged under a name. */
  public static LogLines of(String name) {
    LogLines heard = new LogLines(Logger.getLogger(name));
    heard.logger.addHandler(heard);
    return heard;
  }

  /** Returns the messages so far. */
  public List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(formatter.formatMessage(line));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
