package org.kvartal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The shared house of a creative sector. */
@SpringBootApplication
public class Kvartal {

    public static void main(String[] args) {
        SpringApplication.run(Kvartal.class, args);
    }
}
