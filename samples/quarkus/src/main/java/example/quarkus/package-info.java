/** An application whose stubs Quarkus finds by itself. */
package example.quarkus;
