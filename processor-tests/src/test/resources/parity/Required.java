package parity;

import com.fasterxml.jackson.annotation.*;
import io.callbox.annotation.RemoteService;
import java.util.*;

/** Members that must be there. */
@RemoteService
public interface Required {

  record Person(
      @JsonProperty(required = true) String name,
      @JsonProperty(value = "since", required = true) int year,
      @JsonProperty(required = true) Optional<String> title,
      @JsonProperty(isRequired = OptBoolean.TRUE) @JsonAlias("zip") Integer code,
      @JsonProperty(required = true, isRequired = OptBoolean.FALSE) String note) {}

  final class Made {
    private final String text;
    private final List<Person> people;

    @JsonCreator
    public Made(
        @JsonProperty(value = "text", required = true) String text,
        @JsonProperty("people") List<Person> people) {
      this.text = text;
      this.people = people;
    }

    public String getText() {
      return text;
    }

    public List<Person> getPeople() {
      return people;
    }
  }

  class Set {
    private String text = "unset";

    @JsonProperty(required = true)
    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }
  }

  Person person(Person value);

  Made made(Made value);

  Set set(Set value);
}
