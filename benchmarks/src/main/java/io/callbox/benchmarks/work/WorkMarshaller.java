package io.callbox.benchmarks.work;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import io.callbox.json.Lists;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Numbers;
import io.callbox.json.Texts;
import io.callbox.rpc.MethodDescriptor;
import java.io.IOException;
import java.util.List;

/** By hand what the compiler would write. */
final class WorkMarshaller {

  static final MethodDescriptor<Integer> MULTIPLY =
      MethodDescriptor.named("Work", "multiply").returning(Numbers::readInt);
  static final MethodDescriptor<Order> RELAY =
      MethodDescriptor.named("Work", "relay").returning(WorkMarshaller::readOrder);
  static final MethodDescriptor<String> ECHO =
      MethodDescriptor.named("Work", "echo").returning(Texts::readString);
  static final Members MULTIPLY_PARAMS = Members.of("a", "b");
  static final Members RELAY_PARAMS = Members.of("order");
  static final Members ECHO_PARAMS = Members.of("text");

  private static final Members ORDER =
      Members.of("id", "customer", "address", "express", "total", "lines");
  private static final Members LINE = Members.of("sku", "name", "quantity", "price");
  private static final SerializedString A = new SerializedString("a");
  private static final SerializedString B = new SerializedString("b");
  private static final SerializedString ORDER_NAME = new SerializedString("order");
  private static final SerializedString TEXT = new SerializedString("text");
  private static final SerializedString ID = new SerializedString("id");
  private static final SerializedString CUSTOMER = new SerializedString("customer");
  private static final SerializedString ADDRESS = new SerializedString("address");
  private static final SerializedString EXPRESS = new SerializedString("express");
  private static final SerializedString TOTAL = new SerializedString("total");
  private static final SerializedString LINES = new SerializedString("lines");
  private static final SerializedString SKU = new SerializedString("sku");
  private static final SerializedString NAME = new SerializedString("name");
  private static final SerializedString QUANTITY = new SerializedString("quantity");
  private static final SerializedString PRICE = new SerializedString("price");

  private WorkMarshaller() {}

  static void writeMultiply(JsonGenerator out, int a, int b) throws IOException {
    out.writeStartObject();
    out.writeFieldName(A);
    out.writeNumber(a);
    out.writeFieldName(B);
    out.writeNumber(b);
    out.writeEndObject();
  }

  static void writeRelay(JsonGenerator out, Order order) throws IOException {
    out.writeStartObject();
    out.writeFieldName(ORDER_NAME);
    writeOrder(out, order);
    out.writeEndObject();
  }

  static void writeEcho(JsonGenerator out, String text) throws IOException {
    out.writeStartObject();
    out.writeFieldName(TEXT);
    out.writeString(text);
    out.writeEndObject();
  }

  static void writeOrder(JsonGenerator out, Order order) throws IOException {
    out.writeStartObject();
    out.writeFieldName(ID);
    out.writeNumber(order.id());
    out.writeFieldName(CUSTOMER);
    out.writeString(order.customer());
    out.writeFieldName(ADDRESS);
    out.writeString(order.address());
    out.writeFieldName(EXPRESS);
    out.writeBoolean(order.express());
    out.writeFieldName(TOTAL);
    out.writeNumber(order.total());
    out.writeFieldName(LINES);
    Lists.write(out, order.lines(), WorkMarshaller::writeLine);
    out.writeEndObject();
  }

  static Order readOrder(JsonParser in) throws IOException {
    long id = 0;
    String customer = "";
    String address = "";
    boolean express = false;
    double total = 0;
    List<Order.Line> lines = List.of();
    MemberCursor members = ORDER.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> id = Numbers.readLong(in);
        case 1 -> customer = Texts.readString(in);
        case 2 -> address = Texts.readString(in);
        case 3 -> express = Numbers.readBoolean(in);
        case 4 -> total = Numbers.readDouble(in);
        case 5 -> lines = Lists.read(in, WorkMarshaller::readLine);
        default -> members.skip();
      }
    }
    return new Order(id, customer, address, express, total, lines);
  }

  private static void writeLine(JsonGenerator out, Order.Line line) throws IOException {
    out.writeStartObject();
    out.writeFieldName(SKU);
    out.writeNumber(line.sku());
    out.writeFieldName(NAME);
    out.writeString(line.name());
    out.writeFieldName(QUANTITY);
    out.writeNumber(line.quantity());
    out.writeFieldName(PRICE);
    out.writeNumber(line.price());
    out.writeEndObject();
  }

  private static Order.Line readLine(JsonParser in) throws IOException {
    int sku = 0;
    String name = "";
    int quantity = 0;
    double price = 0;
    MemberCursor members = LINE.open(in);
    while (members.next()) {
      switch (members.index()) {
        case 0 -> sku = Numbers.readInt(in);
        case 1 -> name = Texts.readString(in);
        case 2 -> quantity = Numbers.readInt(in);
        case 3 -> price = Numbers.readDouble(in);
        default -> members.skip();
      }
    }
    return new Order.Line(sku, name, quantity, price);
  }
}
