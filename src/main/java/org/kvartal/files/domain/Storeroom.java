package org.kvartal.files.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.FilePages;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.files.StoredFile.PictureSize;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.DiskRoom;
import org.kvartal.kernel.NoRoom;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * Files in PostgreSQL, their bytes on the {@link Shelf}.
 *
 * @see "Decision record 0021, files"
 */
@Component
class Storeroom implements Files {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Shelf shelf;
    private final Darkroom darkroom;
    private final Readers readers;
    private final Signature signature;
    private final FileSettings settings;
    private final DiskRoom room;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;

    Storeroom(
            JdbcClient jdbc,
            Clock clock,
            Shelf shelf,
            Darkroom darkroom,
            Readers readers,
            Signature signature,
            FileSettings settings,
            DiskRoom room,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.shelf = shelf;
        this.darkroom = darkroom;
        this.readers = readers;
        this.signature = signature;
        this.settings = settings;
        this.room = room;
        this.transaction = new TransactionTemplate(transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public StoredFile store(Asker asker, FileOwner owner, String name, InputStream content) {
        return store(asker.requirePerson(), owner, name, content, false);
    }

    @Override
    public StoredFile storePicture(Asker asker, FileOwner owner, String name, InputStream content) {
        return store(asker.requirePerson(), owner, name, content, true);
    }

    @Override
    public StoredFile accept(FileOwner owner, String name, InputStream content) {
        return store(null, owner, name, content, false);
    }

    private StoredFile store(
            @Nullable PersonId uploader, FileOwner owner, String name, InputStream content, boolean pictureOnly) {
        if (room.isFull()) {
            throw Refused.because("files.refused-no-room");
        }
        List<Path> rubbish = new ArrayList<>();
        try {
            Path workbench = shelf.workbench();
            Path received = java.nio.file.Files.createTempFile(workbench, "upload", "");
            rubbish.add(received);
            long size = receive(content, received);
            FileType type = FileType.recognise(received, name)
                    .filter(known -> known.isPicture() || !pictureOnly)
                    .orElseThrow(() ->
                            Refused.at("file", pictureOnly ? "files.refused-not-a-picture" : "files.refused-kind"));
            DataSize limit = type.isPicture() ? settings.pictureLimit() : settings.fileLimit();
            if (size > limit.toBytes()) {
                throw Refused.at("file", "files.refused-size", limit.toMegabytes());
            }
            String safeName = FileName.of(name, type);
            if (!type.isPicture()) {
                return keep(owner, uploader, safeName, type.mediaType(), received, null);
            }
            Darkroom.Print print = darkroom.develop(received, type, workbench);
            rubbish.add(print.content());
            if (print.small() != null) {
                rubbish.add(print.small());
            }
            String printName =
                    print.type().equals(type.mediaType()) ? safeName : FileName.reencoded(safeName, print.type());
            return keep(owner, uploader, printName, print.type(), print.content(), print);
        } catch (IOException failed) {
            if (NoRoom.behind(failed)) {
                throw Refused.because("files.refused-no-room");
            }
            throw new UncheckedIOException("the data folder takes no file", failed);
        } finally {
            rubbish.forEach(Storeroom::discard);
        }
    }

    @Override
    public StoredFile keep(PersonId wantedBy, FileOwner owner, String name, String type, InputStream made) {
        return keepMade(wantedBy, owner, name, type, made);
    }

    @Override
    public StoredFile keep(FileOwner owner, String name, String type, InputStream made) {
        return keepMade(null, owner, name, type, made);
    }

    private StoredFile keepMade(
            @Nullable PersonId wantedBy, FileOwner owner, String name, String type, InputStream made) {
        Path received = null;
        try {
            received = java.nio.file.Files.createTempFile(shelf.workbench(), "made", "");
            java.nio.file.Files.copy(made, received, StandardCopyOption.REPLACE_EXISTING);
            return keep(owner, wantedBy, name, type, received, null);
        } catch (IOException failed) {
            throw new UncheckedIOException("the data folder takes no file", failed);
        } finally {
            if (received != null) {
                discard(received);
            }
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Content> content(FileId id, boolean small) {
        return jdbc.sql("SELECT type, sha256, small, small_type FROM stored_file WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> {
                    byte[] list = small ? row.getBytes("small") : null;
                    return list == null
                            ? new Content(shelf.get(Hash.of(row.getBytes("sha256"))), row.getString("type"))
                            : new Content(shelf.get(Hash.of(list)), row.getString("small_type"));
                })
                .optional()
                .filter(content -> content.bytes().exists());
    }

    private long receive(InputStream content, Path file) throws IOException {
        long limit = settings.largest();
        long size = 0;
        try (OutputStream out = java.nio.file.Files.newOutputStream(file)) {
            byte[] buffer = new byte[64 << 10];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw Refused.at(
                            "file",
                            "files.refused-size",
                            DataSize.ofBytes(limit).toMegabytes());
                }
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw Refused.at("file", "files.refused-empty");
        }
        return size;
    }

    private StoredFile keep(
            FileOwner owner,
            @Nullable PersonId uploader,
            String name,
            String type,
            Path content,
            Darkroom.@Nullable Print print)
            throws IOException {
        long size = java.nio.file.Files.size(content);
        Hash hash = shelve(content, size);
        Hash small = print == null || print.small() == null
                ? null
                : shelve(print.small(), java.nio.file.Files.size(print.small()));
        PictureSize measures = print == null ? null : new PictureSize(print.width(), print.height());
        StoredFile file = new StoredFile(FileId.next(), owner, name, type, size, measures);
        transaction.executeWithoutResult(_ -> jdbc.sql("""
                INSERT INTO stored_file
                    (id, module, object, uploader, name, type, sha256, size, width, height, small, small_type, created_at)
                VALUES (:id, :module, :object, :uploader, :name, :type, :sha256, :size, :width, :height, :small, :smallType, :now)
                """)
                .param("id", file.id().value())
                .param("module", owner.module())
                .param("object", owner.object())
                .param("uploader", uploader == null ? null : uploader.value())
                .param("name", name)
                .param("type", type)
                .param("sha256", hash.bytes())
                .param("size", size)
                .param("width", measures == null ? null : measures.width())
                .param("height", measures == null ? null : measures.height())
                .param("small", small == null ? null : small.bytes())
                .param("smallType", small == null || print == null ? null : print.smallType())
                .param("now", now())
                .update());
        return file;
    }

    /**
     * The row first, in a transaction of its own, then the bytes: the sweep takes rows that nobody has touched for a day, so that it can
     * take nothing from under an upload, and an upload that fails later leaves nothing that the sweep doesn't find.
     */
    private Hash shelve(Path content, long size) throws IOException {
        Hash hash = Hash.of(content);
        ownTransaction.executeWithoutResult(_ -> jdbc.sql("""
                INSERT INTO file_content (sha256, size, touched_at) VALUES (:sha256, :size, :now)
                ON CONFLICT (sha256) DO UPDATE SET touched_at = excluded.touched_at
                """)
                .param("sha256", hash.bytes())
                .param("size", size)
                .param("now", now())
                .update());
        shelf.put(hash, content);
        return hash;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StoredFile> find(FileId id) {
        return Optional.ofNullable(cards(List.of(id)).get(id));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<FileId, StoredFile> cards(Collection<FileId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "SELECT id, module, object, name, type, size, width, height FROM stored_file WHERE id = ANY (:ids)")
                .param("ids", ids.stream().map(FileId::value).distinct().toArray(UUID[]::new))
                .query(Storeroom::file)
                .list()
                .stream()
                .collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<StoredFile> of(FileOwner owner) {
        return jdbc.sql("""
                SELECT id, module, object, name, type, size, width, height FROM stored_file
                 WHERE module = :module AND object = :object
                 ORDER BY id
                """)
                .param("module", owner.module())
                .param("object", owner.object())
                .query(Storeroom::file)
                .list();
    }

    @Override
    public String address(FileId id, Asker asker) {
        return Optional.ofNullable(addresses(Set.of(id), asker).get(id)).orElseThrow(NotFound::new);
    }

    @Override
    public Map<FileId, String> addresses(Set<FileId> ids, Asker asker) {
        Map<FileId, String> addresses = new LinkedHashMap<>();
        Map<FileOwner, Set<FileId>> byOwner = new HashMap<>();
        cards(ids)
                .values()
                .forEach(file -> byOwner.computeIfAbsent(file.owner(), _ -> new HashSet<>())
                        .add(file.id()));
        byOwner.forEach((owner, files) -> readers.answers(owner, files, asker).forEach((file, answer) -> {
            switch (answer) {
                case PUBLIC -> addresses.put(file, at(FilePages.file(file)));
                case PERMITTED -> addresses.put(file, at(signature.signed(file)));
                case DENIED -> {}
            }
        }));
        return addresses;
    }

    private String at(String path) {
        return settings.host() == null ? path : settings.host() + path;
    }

    @Override
    @Transactional
    public void remove(FileId id) {
        jdbc.sql("DELETE FROM stored_file WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    static StoredFile file(ResultSet row, int index) throws SQLException {
        int width = row.getInt("width");
        return new StoredFile(
                new FileId(Columns.id(row, "id")),
                new FileOwner(row.getString("module"), Columns.id(row, "object")),
                row.getString("name"),
                row.getString("type"),
                row.getLong("size"),
                width == 0 ? null : new PictureSize(width, row.getInt("height")));
    }

    private OffsetDateTime now() {
        return Columns.moment(clock.instant());
    }

    private static void discard(Path file) {
        try {
            java.nio.file.Files.deleteIfExists(file);
        } catch (IOException left) {
            // the sweep finds it
        }
    }
}
