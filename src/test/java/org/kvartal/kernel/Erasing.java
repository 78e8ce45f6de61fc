package org.kvartal.kernel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PersonalData.Burden;
import org.kvartal.kernel.PersonalData.Sight;
import org.kvartal.kernel.PersonalData.Subject;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks one module for what it keeps about somebody, as accounts does. A test {@code @Import}s it. */
@TestConfiguration(proxyBeanMethods = false)
public class Erasing {

    private final List<PersonalData> modules;
    private final TransactionTemplate transaction;

    Erasing(List<PersonalData> modules, TransactionTemplate transaction) {
        this.modules = modules;
        this.transaction = transaction;
    }

    /** Erases somebody in one module, as a former member. */
    public boolean from(String module, PersonId person, String name, @Nullable String address) {
        Map<Language, String> former =
                Map.of(Language.EN, "Former member", Language.RU, "Бывший участник", Language.BG, "Бивш член");
        return Boolean.TRUE.equals(
                transaction.execute(_ -> of(module).erase(new Erased(person, name, address, former, false))));
    }

    public List<Sight> sights(String module, PersonId person, @Nullable String address) {
        return of(module).sights(new Subject(person, "", address));
    }

    public List<Burden> burdens(String module, PersonId person, @Nullable String address) {
        return of(module).burdens(new Subject(person, "", address));
    }

    private PersonalData of(String module) {
        return modules.stream()
                .filter(one -> one.module().equals(module))
                .findFirst()
                .orElseThrow();
    }
}
