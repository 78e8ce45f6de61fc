package org.kvartal.pages;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.pages.NewsContent.Picture;
import org.kvartal.pages.NewsDesk.NewsDraft;
import org.springframework.boot.test.context.TestConfiguration;

/** People who write for the house, and what they write. */
@TestConfiguration(proxyBeanMethods = false)
public class Newsroom {

    private static final Asker HOUSE = Asker.house("test");

    private final Arrivals arrivals;
    private final Grants grants;
    private final StandingPages standing;
    private final NewsDesk desk;
    private final Files files;
    private final AuditTrail audit;

    Newsroom(Arrivals arrivals, Grants grants, StandingPages standing, NewsDesk desk, Files files, AuditTrail audit) {
        this.arrivals = arrivals;
        this.grants = grants;
        this.standing = standing;
        this.desk = desk;
        this.files = files;
        this.audit = audit;
    }

    public Asker person(String name, Role... roles) {
        PersonId person = PersonId.next();
        arrivals.bring(HOUSE, new Arrivals.Newcomer(person, name, Language.EN, ZoneId.of("Europe/Sofia"), null));
        for (Role role : roles) {
            grants.give(
                    HOUSE, new Grant(person, role, Scope.PLATFORM, Instant.now().minusSeconds(60), null));
        }
        return Asker.of(person);
    }

    public static NewsContent content(String title) {
        return content(title, null, null);
    }

    public static NewsContent content(String title, @Nullable Picture picture, @Nullable LocalDate day) {
        return new NewsContent(
                new LocalizedText(Language.EN, Map.of(Language.EN, title, Language.RU, "По-русски: " + title)),
                new LocalizedText(
                        Language.EN,
                        Map.of(
                                Language.EN,
                                "**Come** on Thursday. <script>alert(1)</script>",
                                Language.RU,
                                "**Приходите** в четверг.")),
                picture,
                day);
    }

    public NewsDraft draft(Asker by, NewsContent content) {
        NewsId id = NewsId.next();
        desk.begin(by, id, content);
        return look(id);
    }

    public NewsDraft published(Asker by, NewsContent content) {
        NewsDraft draft = draft(by, content);
        desk.publish(by, draft.id(), draft.version());
        return look(draft.id());
    }

    /** One with a picture. */
    public NewsDraft pictured(Asker by, String title) {
        NewsId id = NewsId.next();
        desk.begin(by, id, content(title, picture(by, id), null));
        desk.publish(by, id, look(id).version());
        return look(id);
    }

    public NewsDraft look(NewsId id) {
        return desk.look(HOUSE, id).orElseThrow();
    }

    public Picture picture(Asker by, NewsId id) {
        return new Picture(
                files.storePicture(by, desk.attach(by, id), "hall.png", png()).id(),
                LocalizedText.of(Language.EN, "A hall at night"));
    }

    public static FileId file(NewsDraft piece) {
        Picture picture = piece.content().picture();
        if (picture == null) {
            throw new AssertionError("it has no picture");
        }
        return picture.file();
    }

    public static InputStream png() {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        // Each another one: the same content is kept once.
        image.setRGB(1, 1, new Color(Ids.next().hashCode() & 0xffffff).getRGB());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    /** Writes a page as it stands now; null takes it away. */
    public void write(Asker by, StandingPage page, @Nullable String text) {
        standing.write(
                by,
                page,
                standing.look(HOUSE, page).version(),
                text == null ? null : LocalizedText.of(Language.RU, text));
    }

    /** What the trail says was done to a thing, newest first. */
    public List<String> acts(String kind, UUID thing) {
        return audit.about(new AuditSubject(kind, thing), 20).stream()
                .map(AuditedAct::act)
                .toList();
    }
}
