package io.callbox.validation;

import io.callbox.annotation.OneWay;
import io.callbox.annotation.Param;
import io.callbox.annotation.RemoteService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** A contract with constraints, seen by its package alone. */
@RemoteService
interface Orders {

  String place(@NotBlank String customer, @Valid Order order);

  CompletableFuture<String> placeLater(@Valid Order order);

  @OneWay
  void cancel(@Positive int number);

  int prices(Map<String, @Positive Integer> prices);

  int weigh(@Param("grams") @Positive int weight);

  Flow.Publisher<String> follow(@NotBlank String customer);

  Stream<Line> lines(@Valid Order order);

  /** What is ordered. */
  record Order(@NotEmpty List<@Valid Line> lines) {}

  /** One article. */
  record Line(@NotBlank String article, @Min(1) int quantity) {}
}
