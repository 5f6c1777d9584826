package modular;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.callbox.annotation.RemoteService;
import java.time.LocalDate;

@RemoteService
public interface Desk {

  record Visitor(String name, int badge) {}

  @SuppressWarnings("RPC034")
  record Visit(Visitor visitor, @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day) {}

  Visit admit(Visitor visitor);

  String record(Visit visit);
}
