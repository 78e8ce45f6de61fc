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

@ExtendWith(OutputCaptureExtension.class)
class AnnouncementTests {

    @Test
    void theFirstLineSaysWhereToClick(CapturedOutput output) {
        var house =
                new House("Дом", "http://localhost:9123", Path.of("/srv/house"), true, true, ZoneId.of("Europe/Sofia"));
        var notes = new StaticListableBeanFactory();
        notes.addBean("accounts", (StartNote) () -> List.of("Sign in as …"));
        notes.addBean("mail", (StartNote) () -> List.of());

        new Announcement(house, notes.getBeanProvider(StartNote.class)).on();

        assertThat(output.getOut().lines())
                .containsExactly("Дом is open at http://localhost:9123", "  Sign in as …", "  Data folder: /srv/house");
    }
}
