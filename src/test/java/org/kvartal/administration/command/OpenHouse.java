package org.kvartal.administration.command;

import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** A program that has opened the database of a data folder, as the house does, until its input ends. */
final class OpenHouse {

    static final String OPEN = "The house is open.";

    private OpenHouse() {}

    static class Nothing {}

    public static void main(String[] arguments) throws IOException {
        SpringApplication program = new SpringApplication(Nothing.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.run(arguments);
        System.out.println(OPEN);
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        System.exit(0);
    }
}
