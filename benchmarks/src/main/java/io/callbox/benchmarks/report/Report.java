package io.callbox.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Prints what has been measured, and keeps it in a folder. */
public final class Report {

  private final Path folder;

  /**
   * A report that writes into a folder, which it makes at once: what cannot be kept is not
   * measured.
   */
  public Report(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Prints a table, and writes it as CSV. */
  public void show(Table table) {
    System.out.print(table.markdown());
    write(table.title(), ".csv", table.csv());
  }

  /** Writes a plot. */
  public void show(Plot plot) {
    write(plot.title(), ".svg", plot.svg());
  }

  private void write(String title, String ending, String text) {
    String name = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    try {
      Files.writeString(folder.resolve(name.replaceAll("^-|-$", "") + ending), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
