package org.kvartal.imports.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kvartal.imports.ImportKind;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The kinds that modules above offer. They are asked for late, since a kind may itself ask for imports. */
@Component
class Kinds implements SmartInitializingSingleton {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final House house;
    private final ObjectProvider<ImportKind> offered;
    private final Messages messages;

    Kinds(House house, ObjectProvider<ImportKind> offered, Messages messages) {
        this.house = house;
        this.offered = offered;
        this.messages = messages;
    }

    List<ImportKind> all() {
        return offered.orderedStream().toList();
    }

    /** Those that the asker may import now. */
    List<ImportKind> of(Asker asker) {
        return offered.orderedStream()
                .filter(kind -> house.uses(kind.getClass()) && kind.mayImport(asker))
                .toList();
    }

    Optional<ImportKind> find(String name) {
        return offered.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** The kind of that name, if the asker may import it; one they may not is not there for them. */
    ImportKind require(Asker asker, String name) {
        return find(name)
                .filter(kind -> house.uses(kind.getClass()) && kind.mayImport(asker))
                .orElseThrow(NotFound::new);
    }

    /** A kind without words is its author's mistake, and told at the start. */
    @Override
    public void afterSingletonsInstantiated() {
        Set<String> names = new HashSet<>();
        for (ImportKind kind : all()) {
            if (kind.name().length() > 40 || !NAME.matcher(kind.name()).matches() || !names.add(kind.name())) {
                throw new IllegalStateException("not a name of one kind of import: " + kind.name());
            }
            Stream.concat(
                            Stream.of("", ".about"),
                            kind.columns().stream()
                                    .flatMap(column ->
                                            Stream.of(".column." + column.code(), ".example." + column.code())))
                    .map(rest -> kind.texts() + rest)
                    .forEach(this::requireText);
        }
    }

    private void requireText(String key) {
        for (Language language : Language.values()) {
            if (!messages.has(language, key)) {
                throw new IllegalStateException("no text " + key + " in " + language.code());
            }
        }
    }
}
