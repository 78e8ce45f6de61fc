package org.kvartal;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(Kvartal.class);

    @Test
    void modules_use_only_what_they_declare() {
        MODULES.verify();
    }

    @Test
    void the_documentation_of_the_modules_is_written() {
        new Documenter(MODULES).writeDocumentation();
    }
}
