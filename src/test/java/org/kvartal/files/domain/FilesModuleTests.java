package org.kvartal.files.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.TurnableClock;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.HeldContents;
import org.kvartal.files.OwnersForTrial;
import org.kvartal.files.Samples;
import org.kvartal.files.StoredFile;
import org.kvartal.files.StoredFile.PictureSize;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Schema;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest
@Import({TurnableClock.Hands.class, OwnersForTrial.Configuration.class})
@TestPropertySource(properties = {"kvartal.files.file-limit=2MB", "kvartal.files.picture-limit=3MB"})
class FilesModuleTests {

    @Autowired
    Files files;

    @Autowired
    ReadingDesk desk;

    @Autowired
    Sweep sweep;

    @Autowired
    Shelf shelf;

    @Autowired
    OwnersForTrial owners;

    @Autowired
    TurnableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    House house;

    @Autowired
    Schema schema;

    final PersonId anna = PersonId.next();
    final Asker asAnna = Asker.of(anna);

    @Test
    void aPhotographLosesWhereItWasTakenAndStandsUpright() throws IOException {
        StoredFile file = store("IMG_0001.JPG", Samples.photograph(800, 400, 6));

        assertThat(file.picture()).isEqualTo(new PictureSize(400, 800));
        assertThat(file.name()).isEqualTo("IMG_0001.JPG");
        for (boolean small : new boolean[] {false, true}) {
            byte[] kept = bytes(file, small);
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(Samples.WHERE_I_LIVE, "Exif");
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(kept));
            assertThat(picture.getHeight()).isEqualTo(small ? 640 : 800);
            assertThat(isRed(picture, picture.getWidth() / 2, 10))
                    .as("turned clockwise, the left side is on top")
                    .isTrue();
            assertThat(isRed(picture, picture.getWidth() / 2, picture.getHeight() - 10))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,0", "4,0,0", "5,0,0", "6,0,0", "7,0,1", "8,0,1"})
    void allEightWaysOfHoldingACameraAreKnown(int orientation, int redX, int redY) throws IOException {
        StoredFile file = store("a.jpg", Samples.photograph(64, 32, orientation));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes(file, false)));

        assertThat(picture.getWidth()).isEqualTo(orientation < 5 ? 64 : 32);
        int x = redX * (picture.getWidth() - 1);
        int y = redY * (picture.getHeight() - 1);
        assertThat(isRed(picture, x, y)).isTrue();
        assertThat(isRed(picture, picture.getWidth() - 1 - x, picture.getHeight() - 1 - y))
                .isFalse();
    }

    @Test
    void aLargePictureBecomesOneForReadingAndOneForLists() throws IOException {
        StoredFile file = store("poster.png", Samples.png(4000, 1000));

        assertThat(file.picture()).isEqualTo(new PictureSize(2560, 640));
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes(file, true))).getWidth())
                .isEqualTo(640);
    }

    @Test
    void aSmallPictureIsNeverEnlargedAndKeepsItsTransparency() throws IOException {
        StoredFile file = store("mark.png", Samples.encoded(Samples.redAndBlue(32, 32, true), "png"));

        assertThat(file.picture()).isEqualTo(new PictureSize(32, 32));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes(file, true)));
        assertThat(new Color(picture.getRGB(31, 0), true).getAlpha()).isEqualTo(100);
    }

    @Test
    void aWebpPictureIsTakenAndNamedByWhatItBecame() {
        StoredFile file = store("shot.webp", Samples.webp());

        assertThat(file.isPicture()).isTrue();
        assertThat(file.type()).isIn("image/png", "image/jpeg");
        assertThat(file.name()).doesNotEndWith(".webp").startsWith("shot.");
    }

    @Test
    void aPrintersPictureInFourColoursIsShownInThree() throws IOException {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 64, 4, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }

        StoredFile file = store("proof.jpg", Samples.markedAsInks(bytes.toByteArray()));

        assertThat(file.picture()).isEqualTo(new PictureSize(64, 64));
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes(file, false)))
                        .getColorModel()
                        .getNumComponents())
                .isEqualTo(3);
    }

    @Test
    void aMovingPictureKeepsMovingAndLosesWhatWasHiddenInIt() throws IOException {
        StoredFile file = store("dance.gif", Samples.gif(3, "*/=1;alert(document.cookie)/*"));

        assertThat(file.type()).isEqualTo("image/gif");
        assertThat(frames(bytes(file, false))).isEqualTo(3);
        assertThat(new String(bytes(file, false), StandardCharsets.ISO_8859_1)).doesNotContain("alert", "cookie");
        assertThat(frames(bytes(file, true))).isEqualTo(1);
    }

    @Test
    void aStillGifThatIsAlsoAScriptIsAPictureOnly() throws IOException {
        StoredFile file = store("x.gif", Samples.gif(1, "*/=1;alert(document.cookie)/*"));

        assertThat(new String(bytes(file, false), StandardCharsets.ISO_8859_1)).doesNotContain("alert", "cookie");
    }

    @Test
    void aScriptThatBeginsLikeAGifIsNoPicture() {
        refused(
                "files.refused-picture",
                () -> store("x.gif", "GIF89a/*\0\0\0*/=1;alert(1)".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPictureWhoseColoursComeOneAfterTheOtherMustBeSmaller() {
        assertThat(store("x.jpg", Samples.colourAfterColour(64, 32)).picture()).isEqualTo(new PictureSize(64, 32));
        refused("files.refused-measures", () -> store("x.jpg", Samples.colourAfterColour(6000, 6000)));
        refused("files.refused-measures", () -> store("x.jpg", Samples.colourAfterColour(6000, 6000, (byte) 'x')));
    }

    @Test
    void aBrokenPictureIsRefused() {
        byte[] cut = Samples.png(300, 300);
        refused("files.refused-picture", () -> store("x.png", Arrays.copyOf(cut, 60)));
    }

    @Test
    void aMovingPictureThatBreaksOffIsRefused() throws IOException {
        byte[] whole = Samples.gif(3, "");
        refused("files.refused-picture", () -> store("dance.gif", Arrays.copyOf(whole, whole.length * 2 / 3)));
    }

    @Test
    void aPictureThatClaimsToBeEnormousIsRefusedBeforeItIsDecoded() {
        long allocated = allocatedBy(() ->
                refused("files.refused-measures", () -> store("bomb.png", Samples.pngThatClaims(50_000, 50_000))));

        assertThat(allocated).isLessThan(16L << 20);
    }

    @Test
    void aPictureOfAHundredMegapixelsTakesNoMoreMemoryThanASmallOne() {
        byte[] huge = Samples.whitePng(12_000, 8_000);

        long allocated =
                allocatedBy(() -> assertThat(store("huge.png", huge).picture()).isEqualTo(new PictureSize(2560, 1707)));

        assertThat(allocated).as("all of it, garbage included").isLessThan(160L << 20);
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf, application/pdf",
        "a.txt, text/plain",
        "таблица.csv, text/csv",
        "notes.md, text/markdown",
        "a.zip, application/zip",
        "a.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "a.svg, image/svg+xml"
    })
    void documentsAreKnownByTheirContent(String name, String type) {
        byte[] content = switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "pdf" -> Samples.pdf();
            case "zip", "docx" -> Samples.docx(0);
            case "svg" -> Samples.svgWithScript();
            default -> "Имя;Город\nАнна;София\n".getBytes(StandardCharsets.UTF_8);
        };

        StoredFile file = store(name, content);

        assertThat(file.type()).isEqualTo(type);
        assertThat(file.name()).isEqualTo(name);
        assertThat(file.isPicture()).isFalse();
        assertThat(file.size()).isEqualTo(content.length);
    }

    @ParameterizedTest
    @CsvSource({
        "page.jpg, '<!DOCTYPE html><html><script>alert(1)</script></html>'",
        "page.txt, '<html><body onload=alert(1)>'",
        "page.xhtml, '<html xmlns=\"http://www.w3.org/1999/xhtml\"/>'",
        "run.sh, '#!/bin/sh\nrm -rf /'",
        "setup.pdf, 'MZ\u0090\0\u0003\0\0\0\u0004\0\0\0\u00ff\u00ff'",
        "x.js, 'alert(1)'",
        "x.jar, ''",
        "macro.docm, ''"
    })
    void programsAndPagesAreRefusedWhateverTheyAreCalled(String name, String content) {
        byte[] bytes = content.isEmpty() ? Samples.docx(0) : content.getBytes(StandardCharsets.ISO_8859_1);

        refused("files.refused-kind", () -> store(name, bytes));
    }

    @Test
    void aZipBombIsNeverUnpacked() {
        byte[] bomb = Samples.docx(1500);
        assertThat(bomb.length).isLessThan(2 << 20);

        long allocated = allocatedBy(() -> store("bomb.docx", bomb));

        assertThat(allocated).isLessThan(16L << 20);
    }

    @Test
    void anEndlessUploadStopsAtTheLimit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                Arrays.fill(buffer, from, from + length, (byte) 'x');
                return length;
            }
        };

        refused("files.refused-size", () -> files.store(asAnna, owners.of(anna), "x.txt", endless));
        refused(
                "files.refused-size",
                () -> store("x.txt", "x".repeat((2 << 20) + 1).getBytes(StandardCharsets.UTF_8)));
        assertThat(workbench()).isEmpty();
    }

    @Test
    void anEmptyFileIsRefused() {
        refused("files.refused-empty", () -> store("x.txt", new byte[0]));
    }

    @Test
    void aFaceIsAPicture() {
        refused(
                "files.refused-not-a-picture",
                () -> files.storePicture(asAnna, owners.of(anna), "face.png", new ByteArrayInputStream(Samples.pdf())));
    }

    @Test
    void aGuestStoresNothing() {
        assertThatThrownBy(() -> files.store(
                        Asker.guest(), owners.openToAll(), "x.pdf", new ByteArrayInputStream(Samples.pdf())))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void theFilesOfAnObjectComeInTheOrderInWhichTheyWereAdded() {
        FileOwner owner = owners.of(anna);
        StoredFile first = store(owner, "1.pdf", Samples.pdf());
        StoredFile second = store(owner, "2.png", Samples.png(20, 10));

        assertThat(files.of(owner)).containsExactly(first, second);
        assertThat(files.find(second.id())).contains(second);
        assertThat(files.cards(Set.of(first.id(), FileId.next()))).containsOnlyKeys(first.id());
    }

    @Test
    void anAddressIsGivenToThoseWhoMayRead() {
        StoredFile hers = store("a.pdf", Samples.pdf());
        FileOwner open = owners.openToAll();
        StoredFile everybodys = store(open, "b.pdf", Samples.pdf());

        assertThat(files.address(everybodys.id(), Asker.guest())).isEqualTo("/files/" + everybodys.id());
        assertThat(files.address(hers.id(), asAnna)).startsWith("/files/" + hers.id() + "?until=");
        assertThatThrownBy(() -> files.address(hers.id(), Asker.guest())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> files.address(hers.id(), Asker.of(PersonId.next())))
                .isInstanceOf(NotFound.class);
        assertThat(files.addresses(Set.of(hers.id(), everybodys.id(), FileId.next()), Asker.guest()))
                .containsOnlyKeys(everybodys.id());
    }

    @Test
    void aFileWhoseModuleDoesNotAnswerIsReadByNobody() {
        StoredFile orphan = store(new FileOwner("nobody", Ids.next()), "a.pdf", Samples.pdf());

        assertThatThrownBy(() -> files.address(orphan.id(), asAnna)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.lend(orphan.id(), false, asAnna, null)).isInstanceOf(NotFound.class);
    }

    @Test
    void theSameContentIsKeptOnceAndAsLongAsOneFileHasIt() throws IOException {
        byte[] content = ("only here " + Ids.next()).getBytes(StandardCharsets.UTF_8);
        StoredFile one = store("one.txt", content);
        StoredFile other = store("other.txt", content);
        Path place =
                desk.lend(one.id(), false, asAnna, null).content().getFile().toPath();
        assertThat(desk.lend(other.id(), false, asAnna, null)
                        .content()
                        .getFile()
                        .toPath())
                .isEqualTo(place)
                .startsWith(house.data().toAbsolutePath().resolve("files"));

        files.remove(one.id());
        clock.turn(Duration.ofHours(25));
        sweep.run();
        assertThat(bytes(other, false)).isEqualTo(content);

        files.remove(other.id());
        sweep.run();
        assertThat(place).doesNotExist();
        assertThat(bytes(store("again.txt", content), false)).isEqualTo(content);
    }

    @Test
    void nothingIsTakenFromUnderWhoeverCopiesTheHouse() throws Exception {
        byte[] content = ("held " + Ids.next()).getBytes(StandardCharsets.UTF_8);
        StoredFile file = store("held.txt", content);
        Path place = shelf.get(Hash.of(scratch(content))).getFile().toPath();
        files.remove(file.id());
        clock.turn(Duration.ofHours(25));

        try (var copying = schema.connect()) {
            HeldContents.hold(copying);
            sweep.run();
            assertThat(place).exists();
        }

        sweep.run();
        assertThat(place).doesNotExist();
    }

    @Test
    void filesGoADayAfterTheirObjectAndNotBefore() {
        FileOwner discarded = owners.of(anna);
        StoredFile gone = store(discarded, "gone.pdf", Samples.pdf());
        StoredFile kept = store("kept.pdf", Samples.pdf());
        owners.forget(discarded);

        sweep.run();
        assertThat(files.find(gone.id())).isPresent();

        clock.turn(Duration.ofHours(25));
        sweep.run();
        assertThat(files.find(gone.id())).isEmpty();
        assertThat(files.find(kept.id())).isPresent();
    }

    @Test
    void aFileThatItsObjectUsesNoMoreIsReadByNobodyAndGoesADayAfterItCame() {
        FileOwner open = owners.openToAll();
        StoredFile left = store(open, "left.pdf", Samples.pdf());
        StoredFile used = store(open, "used.pdf", Samples.pdf());
        owners.leave(left.id());

        assertThat(files.addresses(Set.of(left.id(), used.id()), asAnna)).containsOnlyKeys(used.id());
        assertThatThrownBy(() -> desk.lend(left.id(), false, asAnna, null)).isInstanceOf(NotFound.class);
        sweep.run();
        assertThat(files.find(left.id())).isPresent();

        clock.turn(Duration.ofHours(25));
        sweep.run();
        assertThat(files.find(left.id())).isEmpty();
        assertThat(files.find(used.id())).isPresent();
    }

    @Test
    void anUploadThatIsRolledBackLeavesNothingForLong() throws IOException {
        byte[] content = ("rolled back " + Ids.next()).getBytes(StandardCharsets.UTF_8);
        StoredFile file = transaction.execute(status -> {
            status.setRollbackOnly();
            return store("x.txt", content);
        });
        assertThat(file).isNotNull();
        assertThat(files.find(file.id())).isEmpty();

        Path scratch = java.nio.file.Files.createTempFile(shelf.workbench(), "crashed", "");
        java.nio.file.Files.setLastModifiedTime(
                scratch,
                FileTime.from(java.nio.file.Files.getLastModifiedTime(scratch)
                        .toInstant()
                        .minus(Duration.ofHours(25))));
        Path arriving = java.nio.file.Files.createTempFile(shelf.workbench(), "arriving", "");
        Path place = shelf.get(Hash.of(scratch(content))).getFile().toPath();
        assertThat(place).exists();
        clock.turn(Duration.ofHours(25));
        sweep.run();

        assertThat(place).doesNotExist();
        assertThat(scratch).doesNotExist();
        assertThat(arriving).as("young by the disk's own clock").exists();
        java.nio.file.Files.delete(arriving);
    }

    private Path scratch(byte[] content) throws IOException {
        Path file = java.nio.file.Files.createTempFile("scratch", "");
        java.nio.file.Files.write(file, content);
        file.toFile().deleteOnExit();
        return file;
    }

    private StoredFile store(String name, byte[] content) {
        return store(owners.of(anna), name, content);
    }

    private StoredFile store(FileOwner owner, String name, byte[] content) {
        return files.store(asAnna, owner, name, new ByteArrayInputStream(content));
    }

    private byte[] bytes(StoredFile file, boolean small) {
        try {
            return desk.lend(file.id(), small, asAnna, null).content().getContentAsByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Path> workbench() {
        try (Stream<Path> files = java.nio.file.Files.list(shelf.workbench())) {
            return files.filter(file -> !file.getFileName().toString().startsWith("crashed"))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        Color color = new Color(picture.getRGB(x, y));
        return color.getRed() > 180 && color.getBlue() < 80;
    }

    private static int frames(byte[] gif) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            return reader.getNumImages(true);
        }
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.key()).isEqualTo(key);
            assertThat(refused.field()).isEqualTo("file");
        });
    }

    private static long allocatedBy(Runnable act) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        act.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
