package io.callbox.spring.test.example;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application with more than services. */
@SpringBootApplication
public class ShopApplication {}
