package shop

import com.fasterxml.jackson.annotation.JsonSubTypes
import com.fasterxml.jackson.annotation.JsonTypeInfo
import io.callbox.annotation.RemoteService
import java.util.concurrent.CompletableFuture

/** What the shop sells, and how one pays. */
@RemoteService
interface Shop {
  /** What is left of each article, by shelf. */
  fun shelves(articles: Map<String, List<Article>>): Map<String, List<Article>>

  /** Orders that were paid in several ways. */
  fun paid(orders: Map<String, List<Payment>>, bills: List<Bill>): List<Payment>

  /** Pays; null if nothing was to be paid. */
  fun pay(order: String, payment: Payment): Receipt?

  /** The same of a text, which may be missing. */
  fun note(text: String?): String?

  /** Completes later; Kotlin awaits it. */
  fun count(article: String): CompletableFuture<Int>
}

/** Something on a shelf. */
data class Article(val name: String, val pieces: Int, val remark: String?)

/** How one pays: kapt does not show that it is sealed, so its subtypes have names here, too. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(
    JsonSubTypes.Type(value = ByCard::class, name = "card"),
    JsonSubTypes.Type(value = ByInvoice::class, name = "invoice"),
    JsonSubTypes.Type(value = InCash::class, name = "cash"),
)
sealed interface Payment

data class ByCard(val number: String) : Payment

data class ByInvoice(val address: String, val days: Int) : Payment

/** There is one, and it travels by its name alone. */
data object InCash : Payment

/** How the parts of an order were paid, one list for each try. */
data class Bill(val order: String, val tries: List<List<Payment>>)

/** What a payment leaves. */
data class Receipt(val order: String, val payment: Payment)
