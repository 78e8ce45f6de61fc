package org.kvartal.membership.domain;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipTopics;
import org.kvartal.membership.WrittenMandates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the documents of mandates. Files are received outside of transactions, since that takes as long as somebody's line is slow. */
@Component
class WrittenBook implements WrittenMandates {

    /** What a scanner or a telephone makes beside the pictures that are encoded anew. */
    private static final Set<String> KINDS = Set.of("application/pdf", "image/tiff", "image/heic", "image/heif");

    private final MandateRepository mandates;
    private final MandateGivers givers;
    private final MandatePapers papers;
    private final MandateTrail trail;
    private final Files files;
    private final Live live;
    private final TransactionTemplate transaction;
    private final HouseClock day;

    WrittenBook(
            MandateRepository mandates,
            MandateGivers givers,
            MandatePapers papers,
            MandateTrail trail,
            Files files,
            Live live,
            TransactionTemplate transaction,
            HouseClock day) {
        this.mandates = mandates;
        this.givers = givers;
        this.papers = papers;
        this.trail = trail;
        this.files = files;
        this.live = live;
        this.transaction = transaction;
        this.day = day;
    }

    @Override
    public StoredFile bring(Asker by, MemberId association, MandateId mandate, String name, InputStream content) {
        transaction.executeWithoutResult(_ -> {
            givers.require(by, association);
            requireNew(mandate, association);
        });
        return kept(store(by, mandate, name, content), _ -> requireNew(mandate, association));
    }

    @Override
    public StoredFile attach(Asker by, MandateId id, String name, InputStream content) {
        transaction.executeWithoutResult(
                _ -> requireOpen(by, mandates.findById(id.value()).orElseThrow(NotFound::new)));
        return kept(store(by, id, name, content), file -> {
            // The organisation first, as everywhere that mandates change.
            givers.require(by, new MemberId(mandates.association(id.value()).orElseThrow(NotFound::new)));
            Mandate mandate = mandates.lock(id.value()).orElseThrow(NotFound::new);
            requireOpen(by, mandate);
            add(by, mandate, file);
            live.changed(MembershipTopics.of(mandate.association()));
        });
    }

    /**
     * Attaches what was brought for a mandate that has just been given, in the caller's transaction.
     *
     * @param document null for none; what else was brought goes
     */
    void take(Asker by, Mandate mandate, @Nullable FileId document) {
        List<StoredFile> brought = files.of(owner(mandate.id()));
        if (document != null) {
            add(
                    by,
                    mandate,
                    brought.stream()
                            .filter(file -> file.id().equals(document))
                            .findFirst()
                            .orElseThrow(() -> Refused.at("document", "membership.refused.document-gone")));
        }
        brought.stream()
                .map(StoredFile::id)
                .filter(file -> !file.equals(document))
                .forEach(files::remove);
    }

    private void add(Asker by, Mandate mandate, StoredFile file) {
        Optional<FileId> earlier = papers.newest(mandate.id());
        papers.add(mandate.id(), file.id(), by.person(), day.now());
        trail.attached(by, mandate, file.id(), earlier);
    }

    private StoredFile store(Asker by, MandateId mandate, String name, InputStream content) {
        StoredFile file;
        try {
            file = files.store(by, owner(mandate), name, content);
        } catch (Refused refused) {
            throw "file".equals(refused.field()) ? atDocument(refused) : refused;
        }
        if (!file.isPicture() && !KINDS.contains(file.type())) {
            files.remove(file.id());
            throw wrongKind();
        }
        return file;
    }

    /** Fewer kinds are taken here than elsewhere. */
    private static Refused atDocument(Refused refused) {
        return refused.key().equals("files.refused-kind")
                ? wrongKind()
                : Refused.at("document", refused.key(), refused.arguments());
    }

    private static Refused wrongKind() {
        return Refused.at("document", "membership.refused.document-kind");
    }

    /** Goes on with a file in a transaction; where that is not allowed any more, the file goes. */
    private StoredFile kept(StoredFile file, Consumer<StoredFile> act) {
        try {
            transaction.executeWithoutResult(_ -> act.accept(file));
        } catch (RuntimeException changedMeanwhile) {
            files.remove(file.id());
            throw changedMeanwhile;
        }
        return file;
    }

    private void requireNew(MandateId id, MemberId association) {
        mandates.findById(id.value()).ifPresent(standing -> {
            if (!standing.association().equals(association)) {
                throw new Forbidden();
            }
            throw Refused.at("document", "membership.refused.document-late");
        });
    }

    private void requireOpen(Asker by, Mandate mandate) {
        givers.require(by, mandate.association());
        if (mandate.over(day.today())) {
            throw Refused.because("membership.refused.mandate-over");
        }
    }

    static FileOwner owner(MandateId mandate) {
        return new FileOwner(MembershipFiles.MODULE, mandate.value());
    }
}
