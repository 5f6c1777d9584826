package io.callbox.samples.demo;

/** A header travels on to where its call leads. */
final class CarriedHeader implements Step {

  @Override
  public String title() {
    return "a header that is carried along";
  }

  @Override
  public String show(Stage stage) {
    String tenant = stage.desk().withHeader("tenant", "acme").tenant(2);
    Stage.expect(tenant.equals("acme"), "acme, got " + tenant);
    return "two nested calls further, the tenant is " + tenant;
  }
}
