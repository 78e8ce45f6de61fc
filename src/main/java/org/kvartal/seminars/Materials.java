package org.kvartal.seminars;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;

/** What is given to those who take part: files and addresses on the web, each for those whom it is meant for. Kept by the team, helpers excepted, and by the office. */
public interface Materials {

    int TITLE_LENGTH = 200;
    int MOST = 200;

    /**
     * Adds a file. Hold no transaction meanwhile.
     *
     * @throws org.kvartal.kernel.Refused at {@code title} or {@code file}
     */
    void add(Asker by, SeminarId seminar, NewMaterial wish, String name, InputStream content);

    /**
     * Adds an address on the web.
     *
     * @throws org.kvartal.kernel.Refused at {@code title} or {@code link}
     */
    void point(Asker by, SeminarId seminar, NewMaterial wish, String link);

    /**
     * Puts a newer version of a file in its place; the earlier ones stay with the team. Hold no transaction meanwhile.
     *
     * @throws org.kvartal.kernel.Refused at {@code file}
     */
    void renew(Asker by, MaterialId material, String name, InputStream content);

    /** Says for whom it is from now on. */
    void show(Asker by, MaterialId material, MaterialAudience audience);

    void remove(Asker by, MaterialId material);

    /**
     * Where it is read, counted as read once.
     *
     * @return an address: of the file, works for ten minutes unless everybody may read it; or of the web
     * @throws org.kvartal.kernel.NotFound if it is not for the asker
     */
    String open(Asker by, MaterialId material);

    /** The same for a participant without an account, by the link of their letter; empty where that does not work any more. */
    Optional<String> open(String token, MaterialId material);

    record NewMaterial(MaterialId id, String title, MaterialAudience audience) {}

    /**
     * @param version from 1 on
     * @param link null for a file
     * @param read how often it was opened, for the team; else 0
     */
    record MaterialLine(
            MaterialId id,
            String title,
            MaterialAudience audience,
            int version,
            @Nullable StoredFile file,
            @Nullable String link,
            int read,
            Instant at) {}
}
