package org.kvartal.files.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.NotFound;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands out the bytes of files to those who may read them. */
@Component
public class ReadingDesk {

    private final JdbcClient jdbc;
    private final Shelf shelf;
    private final Readers readers;
    private final Signature signature;

    ReadingDesk(JdbcClient jdbc, Shelf shelf, Readers readers, Signature signature) {
        this.jdbc = jdbc;
        this.shelf = shelf;
        this.readers = readers;
        this.signature = signature;
    }

    /** What a signed address carries. */
    public record Signed(long until, String signature) {}

    /**
     * A file to be read.
     *
     * @param type what a browser is told that it is
     * @param isPicture whether it may be shown in a page
     * @param isPublic whether everybody may read it, so that it may be kept by whoever passes it on
     * @param tag differs where the bytes differ
     */
    public record Loan(
            Resource content,
            String name,
            String type,
            boolean isPicture,
            boolean isPublic,
            String tag,
            Instant since) {}

    /**
     * @param small the picture for lists, where the file has one; else the file itself
     * @param signed the signature of the address, if it has one
     * @throws NotFound if there is no such file, or the asker may not read it and the signature is none
     */
    public Loan lend(FileId id, boolean small, Asker asker, @Nullable Signed signed) {
        Kept kept = find(id).orElseThrow(NotFound::new);
        Readers.Answer answer = readers.answer(kept.file(), asker);
        boolean isSigned = signed != null && signature.isValid(id, signed.until(), signed.signature());
        if (answer == Readers.Answer.DENIED && !isSigned) {
            throw new NotFound();
        }
        boolean takeSmall = small && kept.small() != null;
        Hash content = takeSmall && kept.small() != null ? kept.small() : kept.content();
        String type = takeSmall && kept.smallType() != null
                ? kept.smallType()
                : kept.file().type();
        Resource bytes = shelf.get(content);
        if (!bytes.exists()) {
            throw new NotFound();
        }
        return new Loan(
                bytes,
                type.equals(kept.file().type())
                        ? kept.file().name()
                        : FileName.reencoded(kept.file().name(), type),
                FileType.served(type),
                kept.file().isPicture(),
                answer == Readers.Answer.PUBLIC,
                "\"" + content.hex() + "\"",
                kept.since());
    }

    private record Kept(
            StoredFile file,
            Hash content,
            @Nullable Hash small,
            @Nullable String smallType,
            Instant since) {}

    private Optional<Kept> find(FileId id) {
        return jdbc.sql("SELECT * FROM stored_file WHERE id = :id")
                .param("id", id.value())
                .query((row, index) -> {
                    byte[] small = row.getBytes("small");
                    return new Kept(
                            Storeroom.file(row, index),
                            Hash.of(row.getBytes("sha256")),
                            small == null ? null : Hash.of(small),
                            row.getString("small_type"),
                            Columns.moment(row, "created_at"));
                })
                .optional();
    }
}
