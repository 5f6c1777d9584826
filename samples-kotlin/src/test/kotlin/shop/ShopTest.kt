package shop

import io.callbox.node.RpcNode
import io.callbox.transport.memory.InMemoryTransport
import java.util.concurrent.CompletableFuture
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Test

/** A contract in Kotlin is served and called from Kotlin. */
internal class ShopTest {
  private class Counter : Shop {
    override fun shelves(articles: Map<String, List<Article>>) = articles

    override fun paid(orders: Map<String, List<Payment>>, bills: List<Bill>) =
        orders.values.flatten() + bills.flatMap { it.tries.flatten() }

    override fun pay(order: String, payment: Payment) =
        if (order.isEmpty()) null else Receipt(order, payment)

    override fun note(text: String?) = text

    override fun count(article: String) = CompletableFuture.completedFuture(article.length)
  }

  @Test
  fun everyMethodIsAnswered() {
    val transport = InMemoryTransport()
    RpcNode.builder("server").transport(transport).register(ShopSkeleton(Counter())).start().use {
      RpcNode.builder("client").transport(transport).start().use { client ->
        val shop: Shop = ShopStub(client.channelToAny())
        val shelves = mapOf("left" to listOf(Article("tea", 7, null), Article("rice", 1, "new")))
        assertEquals(shelves, shop.shelves(shelves))
        val cards = listOf(ByCard("1"), InCash)
        val bills = listOf(Bill("c", listOf(cards, emptyList())))
        assertEquals(cards + cards, shop.paid(mapOf("b" to cards), bills))
        assertEquals(Receipt("a", ByCard("4")), shop.pay("a", ByCard("4")))
        assertEquals(Receipt("b", ByInvoice("here", 14)), shop.pay("b", ByInvoice("here", 14)))
        assertSame(InCash, shop.pay("c", InCash)?.payment)
        assertEquals("d", Buyer(client.channelToAny()).buy("d")?.order)
        assertNull(shop.pay("", ByCard("4")))
        assertNull(shop.note(null))
        assertEquals(3, shop.count("tea").get())
      }
    }
  }
}
