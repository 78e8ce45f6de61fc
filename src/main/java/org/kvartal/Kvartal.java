package org.kvartal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The shared house of a creative sector. */
@SpringBootApplication
@Modulithic(systemName = "Kvartal", sharedModules = "kernel")
public class Kvartal {

    public static void main(String[] args) {
        SpringApplication.run(Kvartal.class, args);
    }
}
