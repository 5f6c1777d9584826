/** An application whose container finds stubs by itself. */
package example.micronaut;
