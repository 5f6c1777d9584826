package io.callbox.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lines over two logarithmic axes, as SVG. Not safe for use by many threads. */
public final class Plot {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int MARGIN = 70;
  private static final String[] COLOURS = {
    "#c1121f", "#1d4e89", "#2a9d8f", "#e09f3e", "#6a4c93", "#555555"
  };

  private final String title;
  private final String across;
  private final String up;
  private final Map<String, NavigableMap<Double, Double>> lines = new LinkedHashMap<>();

  /** An empty plot with names for its axes. */
  public Plot(String title, String across, String up) {
    this.title = title;
    this.across = across;
    this.up = up;
  }

  /** Adds a point to a line. What is not positive has no place on a logarithmic axis. */
  public void add(String line, double x, double y) {
    if (x > 0 && y > 0) {
      lines.computeIfAbsent(line, name -> new TreeMap<>()).put(x, y);
    }
  }

  public String title() {
    return title;
  }

  /** The drawing. */
  public String svg() {
    Axis x = new Axis(MARGIN, WIDTH - 150, range(true));
    Axis y = new Axis(HEIGHT - MARGIN, 40, range(false));
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif' font-size='12'>%n"
            .formatted(WIDTH, HEIGHT));
    svg.append("<rect width='100%' height='100%' fill='white'/>\n");
    text(svg, WIDTH / 2.0 - 40, 20, "middle", title);
    text(svg, WIDTH / 2.0 - 40, HEIGHT - 20, "middle", across);
    text(svg, 8, 32, "start", up);
    for (double tick : x.range) {
      text(svg, x.at(tick), HEIGHT - MARGIN + 18, "middle", Table.shown(tick));
    }
    for (double tick = Math.pow(10, Math.ceil(Math.log10(y.range.first())));
        tick <= y.range.last();
        tick *= 10) {
      text(svg, MARGIN - 6, y.at(tick) + 4, "end", Table.shown(tick));
      svg.append(line(MARGIN, y.at(tick), WIDTH - 150, y.at(tick), "#ddd"));
    }
    int turn = 0;
    for (Map.Entry<String, NavigableMap<Double, Double>> entry : lines.entrySet()) {
      draw(svg, entry, turn++, x, y);
    }
    return svg.append("</svg>\n").toString();
  }

  private void draw(
      StringBuilder svg,
      Map.Entry<String, NavigableMap<Double, Double>> entry,
      int turn,
      Axis x,
      Axis y) {
    String colour = COLOURS[turn % COLOURS.length];
    StringBuilder points = new StringBuilder();
    entry
        .getValue()
        .forEach(
            (over, value) ->
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x.at(over), y.at(value))));
    svg.append(
        "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>%n"
            .formatted(points.toString().trim(), colour));
    double middle = 60 + 18.0 * turn;
    svg.append(line(WIDTH - 140, middle - 4, WIDTH - 120, middle - 4, colour));
    text(svg, WIDTH - 115, middle, "start", entry.getKey());
  }

  private NavigableSet<Double> range(boolean ofX) {
    NavigableSet<Double> all = new TreeSet<>();
    lines.values().forEach(points -> all.addAll(ofX ? points.keySet() : points.values()));
    if (!ofX && !all.isEmpty()) {
      all.add(Math.pow(10, Math.floor(Math.log10(all.first()))));
    }
    return all;
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    String safe = text.replace("&", "&amp;").replace("<", "&lt;");
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>%n",
            x,
            y,
            anchor,
            safe));
  }

  private static String line(double x1, double y1, double x2, double y2, String colour) {
    return String.format(
        Locale.ROOT,
        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s'/>%n",
        x1,
        y1,
        x2,
        y2,
        colour);
  }

  private record Axis(double from, double to, NavigableSet<Double> range) {

    double at(double value) {
      double low = Math.log(range.first());
      double span = Math.max(1e-9, Math.log(range.last()) - low);
      return from + (to - from) * (Math.log(value) - low) / span;
    }
  }
}
