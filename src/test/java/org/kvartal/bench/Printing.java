package org.kvartal.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.alliance.Catalogues;
import org.kvartal.alliance.Catalogues.Edition;
import org.kvartal.alliance.Catalogues.EditionState;
import org.kvartal.alliance.Catalogues.Wish;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EditionId;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.EntryEdit;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.Picture;
import org.kvartal.alliance.EntryDesk;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.RevisionId;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Places;
import org.kvartal.membership.Sectors;

/** PRINT: a catalogue of many entries with pictures, how long it takes and what it holds in memory meanwhile. */
final class Printing {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Entries entries;
    private final EntryDesk desk;
    private final Directory directory;
    private final Catalogues catalogues;
    private final Files files;
    private final Arrivals arrivals;
    private final Grants grants;
    private final Sectors sectors;
    private final Places places;

    Printing(
            Entries entries,
            EntryDesk desk,
            Directory directory,
            Catalogues catalogues,
            Files files,
            Arrivals arrivals,
            Grants grants,
            Sectors sectors,
            Places places) {
        this.entries = entries;
        this.desk = desk;
        this.directory = directory;
        this.catalogues = catalogues;
        this.files = files;
        this.arrivals = arrivals;
        this.grants = grants;
        this.sectors = sectors;
        this.places = places;
    }

    record Order(int entries) {}

    /**
     * @param before bytes of live objects before
     * @param peak the most bytes of the heap that were in use, rubbish among them
     * @param kept the most bytes that were left after a collection
     */
    record Outcome(double seconds, int pages, long size, long before, long peak, long kept) {}

    Outcome print(Order order) throws InterruptedException, IOException {
        PersonId person = PersonId.next();
        arrivals.bring(Filling.IMPORT, new Newcomer(person, "Printer", Language.EN, ZoneId.of("Europe/Sofia"), null));
        grants.give(
                Filling.IMPORT,
                new Grant(person, Role.OFFICER, Scope.PLATFORM, Instant.now().minusSeconds(60), null));
        Asker printer = Asker.of(person);
        fill(printer, order.entries);
        long before = Heap.begin();
        long begin = System.nanoTime();
        EditionId id = EditionId.next();
        catalogues.make(printer, new Wish(id, DirectoryFilter.ALL, Language.RU, false));
        long kept = 0;
        while (true) {
            kept = Math.max(kept, Heap.collected());
            Edition edition = catalogues.editions(printer, 1).getFirst();
            if (edition.state() == EditionState.WHOLE) {
                double seconds = (System.nanoTime() - begin) / 1e9;
                return new Outcome(seconds, edition.pages(), edition.size(), before, Heap.peak(), kept);
            }
            if (edition.state() == EditionState.FAILED || System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("the catalogue was not made: " + edition);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void fill(Asker printer, int wanted) throws IOException {
        List<String> sectorCodes =
                sectors.all().stream().map(Sectors.Sector::code).toList();
        List<String> placeCodes =
                places.all(Language.EN).stream().map(Places.Place::code).toList();
        EntryKind[] kinds = EntryKind.values();
        Random random = new Random(1_000);
        for (int number = (int) directory.numbers().entries(); number < wanted; number++) {
            EntryKind kind = kinds[random.nextInt(kinds.length)];
            String name = "Объединение мастеров " + number;
            EntryContent content = EntryContent.of(
                            kind,
                            new Names(
                                    name,
                                    "ru",
                                    Map.of(Language.EN, "Makers’ union " + number, Language.BG, "Съюз " + number),
                                    List.of("Союз " + number)))
                    .withDescription(LocalizedText.of(Language.RU, Corpus.text(random, 1)))
                    .withLocations(List.of(Location.in(placeCodes.get(random.nextInt(placeCodes.size())))))
                    .withSectors(List.of(sectorCodes.get(random.nextInt(sectorCodes.size()))))
                    .withContacts(List.of(Contact.office("office" + number + "@example.org", "+359 2 123 45 67")))
                    .withWebsite("https://www.example.org/" + number);
            EntryId id = EntryId.next();
            entries.make(printer, NewEntry.of(id, kind, content));
            StoredFile picture = files.storePicture(
                    printer, entries.attach(printer, id), "yard.jpg", new ByteArrayInputStream(photograph(random)));
            entries.save(
                    printer,
                    new EntryEdit(
                            RevisionId.next(),
                            id,
                            desk.form(printer, id).version(),
                            content.withPicture(new Picture(picture.id(), null, "Somebody")),
                            null));
        }
    }

    /** A picture with as much in it as a photograph has. */
    private static byte[] photograph(Random random) {
        BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(random.nextInt(1 << 24)), 1200, 800, Color.WHITE));
        graphics.fillRect(0, 0, 1200, 800);
        for (int spot = 0; spot < 400; spot++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillOval(random.nextInt(1200), random.nextInt(800), random.nextInt(90), random.nextInt(90));
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
