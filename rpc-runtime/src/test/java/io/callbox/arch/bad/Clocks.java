package io.callbox.arch.bad;

import java.io.File;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.function.LongSupplier;

/** Classes that ask this machine for the time of day, each in another way. */
public final class Clocks {

  private Clocks() {}

  /** By a method that another may call. */
  public static final class ByReference {
    LongSupplier clock() {
      return System::currentTimeMillis;
    }
  }

  /** By a clock that ticks. */
  public static final class ByTicks {
    Clock now() {
      return Clock.tickMillis(ZoneOffset.UTC);
    }
  }

  /** By what the machine has written on a file. */
  public static final class ByFile {
    long now(File file) {
      return file.lastModified();
    }
  }

  /** By a calendar. */
  public static final class ByCalendar {
    Calendar now() {
      return Calendar.getInstance();
    }
  }

  /** By a date. */
  @SuppressWarnings("JavaUtilDate")
  public static final class ByDate {
    Date now() {
      return new Date();
    }
  }
}
