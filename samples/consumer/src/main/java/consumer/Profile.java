package consumer;

import java.time.LocalDate;
import java.util.Map;

/** A class with getters and setters, and no equality. */
public class Profile {

  private String name;
  private LocalDate born;
  private boolean active;
  private Map<String, Point> places;

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public LocalDate getBorn() {
    return born;
  }

  public void setBorn(LocalDate born) {
    this.born = born;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public Map<String, Point> getPlaces() {
    return places;
  }

  public void setPlaces(Map<String, Point> places) {
    this.places = places;
  }
}
