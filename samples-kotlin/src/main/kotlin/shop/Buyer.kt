package shop

import io.callbox.rpc.RpcChannel

/** Calls from the module of the contract, whose Kotlin sources can name what is generated. */
class Buyer(channel: RpcChannel) {
  private val shop: Shop = ShopStub(channel)

  /** Pays in cash; null if there is no such order. */
  fun buy(order: String): Receipt? = shop.pay(order, InCash)
}
