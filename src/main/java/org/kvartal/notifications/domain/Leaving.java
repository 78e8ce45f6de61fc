package org.kvartal.notifications.domain;

import java.util.Optional;
import java.util.Set;
import org.kvartal.accounts.Correspondence;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.Recipient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends letters by the address that stands in each of them. Whoever has it needs no sign-in; looking changes nothing. */
@Component
public class Leaving {

    private final Leaves leaves;
    private final WishBook wishes;
    private final Correspondence correspondence;

    Leaving(Leaves leaves, WishBook wishes, Correspondence correspondence) {
        this.leaves = leaves;
        this.wishes = wishes;
        this.correspondence = correspondence;
    }

    /**
     * What an address would end.
     *
     * @param groups as {@link org.kvartal.notifications.NoticeSource#group()}; none for all that comes together
     * @param language of the person
     */
    public record Ending(Set<String> groups, Language language) {}

    /** Empty where the house made no such address, or nobody gets letters there. */
    @Transactional(readOnly = true)
    public Optional<Ending> look(String token) {
        return leaves.read(token)
                .flatMap(leave -> language(leave.person())
                        .map(language -> new Ending(
                                leave.groups().contains(Leaves.DIGEST) ? Set.of() : leave.groups(), language)));
    }

    /** Ends these letters; a second time changes nothing more. */
    @Transactional
    public Optional<Ending> end(String token) {
        Optional<Ending> ending = look(token);
        if (ending.isPresent()) {
            leaves.read(token).ifPresent(leave -> wishes.end(leave.person(), leave.groups()));
        }
        return ending;
    }

    private Optional<Language> language(PersonId person) {
        return correspondence.recipient(person).map(Recipient::language);
    }
}
