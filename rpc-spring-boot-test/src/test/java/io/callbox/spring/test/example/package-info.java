/** An application to be tested. */
package io.callbox.spring.test.example;
