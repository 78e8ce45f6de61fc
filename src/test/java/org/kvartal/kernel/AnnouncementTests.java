package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class AnnouncementTests {

    @Test
    void theFirstLineSaysWhereToClick(CapturedOutput output) {
        var house =
                new House("Дом", "http://localhost:9123", Path.of("/srv/house"), true, true, ZoneId.of("Europe/Sofia"));
        var notes = new StaticListableBeanFactory();
        notes.addBean("accounts", (StartNote) () -> List.of("Sign in as …"));
        notes.addBean("mail", (StartNote) () -> List.of());

        new Announcement(
                        house,
                        new MockEnvironment().withProperty("local.server.port", "9123"),
                        notes.getBeanProvider(StartNote.class))
                .on();

        assertThat(output.getOut().lines())
                .containsExactly("Дом is open at http://localhost:9123", "  Sign in as …", "  Data folder: /srv/house");
    }

    @Test
    void aCopyBesideTheHouseSaysWhereItIsOpenItself(CapturedOutput output) {
        var house = new House(
                "Дом", "https://house.example", Path.of("/srv/house"), false, true, ZoneId.of("Europe/Sofia"));

        new Announcement(
                        house,
                        new MockEnvironment().withProperty("local.server.port", "8090"),
                        new StaticListableBeanFactory().getBeanProvider(StartNote.class))
                .on();

        assertThat(output.getOut().lines())
                .containsExactly(
                        "Дом is open at https://house.example",
                        "  At this computer it is open at http://localhost:8090; links in its letters lead to the address above",
                        "  Data folder: /srv/house");
    }
}
