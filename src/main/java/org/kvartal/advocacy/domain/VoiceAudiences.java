package org.kvartal.advocacy.domain;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberId;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.TaskAudiences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has to be done about the voice waits for whoever may do it: a signature for those who did not prepare the letter, a look at a measure for whom it was given to. */
@Component
class VoiceAudiences implements TaskAudiences {

    private static final String VOICE = "advocacy";

    /** Whatever facilitators and officers do alike. */
    static final String DESK = Audience.of(VOICE, "desk");

    /** What officers alone do. */
    static final String SIGNERS = Audience.of(VOICE, "sign");

    private final AdvocacySight sight;
    private final AdvocacySettings settings;
    private final Mandates mandates;
    private final JdbcClient jdbc;

    VoiceAudiences(AdvocacySight sight, AdvocacySettings settings, Mandates mandates, JdbcClient jdbc) {
        this.sight = sight;
        this.settings = settings;
        this.mandates = mandates;
        this.jdbc = jdbc;
    }

    static String signersOf(Dispatch dispatch) {
        return prepared(dispatch.preparedBy().value());
    }

    /** @param association null where nobody outside the office was asked */
    static String verifiers(@Nullable MemberId association) {
        return association == null ? DESK : Audience.of(VOICE, "verify-" + association);
    }

    private static String prepared(UUID by) {
        return Audience.of(VOICE, "sign-" + by);
    }

    @Override
    public Set<String> of(Asker asker) {
        Set<String> audiences = new HashSet<>();
        asker.person().ifPresent(person -> {
            mandates.of(person).forEach(member -> audiences.add(verifiers(member.id())));
            if (sight.writes(asker)) {
                audiences.add(DESK);
            }
            if (sight.has(asker, AdvocacyRights.SIGN)) {
                audiences.add(SIGNERS);
                audiences.addAll(preparedByOthers(person));
            }
        });
        return audiences;
    }

    private Set<String> preparedByOthers(PersonId signer) {
        Set<String> audiences = new HashSet<>();
        jdbc.sql("""
                SELECT DISTINCT prepared_by FROM dispatch
                 WHERE state = 'PREPARED' AND (prepared_by <> :signer OR NOT :apart)""")
                .param("signer", signer.value())
                .param("apart", settings.fourEyes())
                .query(UUID.class)
                .list()
                .forEach(by -> audiences.add(prepared(by)));
        return audiences;
    }
}
