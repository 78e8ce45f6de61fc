package org.kvartal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Codes, links and secrets are drawn from a generator that nobody can foretell, or not at all. */
class ChanceTests {

    @Test
    void nothingOfTheHouseIsDrawnFromAGeneratorThatCanBeForetold() {
        var house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.kvartal");
        noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(Random.class, long.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ThreadLocalRandom.class, SplittableRandom.class, RandomGeneratorFactory.class)
                .check(house);
    }
}
