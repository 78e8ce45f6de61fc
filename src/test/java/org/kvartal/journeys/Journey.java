package org.kvartal.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.administration.WatchedHouse;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test that opens the house and walks through it with {@link Visitor}s, which its methods take as parameters. All journeys of a run share
 * one house, so each brings its own people and threads; beside them it finds the whole demonstration.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = "kvartal.demo=true")
@ContextConfiguration(initializers = FreePort.class)
@Import({
    ToldStory.class,
    Residents.class,
    Surroundings.class,
    PassingTime.class,
    Office.class,
    Travels.class,
    WatchedHouse.class
})
@ExtendWith(Browser.class)
@interface Journey {}
