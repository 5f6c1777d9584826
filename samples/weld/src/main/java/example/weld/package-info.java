/** An application whose stubs CDI finds by itself. */
package example.weld;
