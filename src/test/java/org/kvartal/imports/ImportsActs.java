package org.kvartal.imports;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.discussions.Townspeople;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.Imports.NewImport;
import org.kvartal.imports.Imports.RowKey;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.rights.RightsActs;
import org.springframework.boot.test.context.TestConfiguration;

/** What may be done with imports of a kind for officers and administrators, for the walkers of the rights. */
@TestConfiguration(proxyBeanMethods = false)
public class ImportsActs implements RightsActs {

    private static final Permission IMPORT = Permission.of("trial.import-streets", Role.OFFICER, Role.ADMINISTRATOR);

    private final Imports imports;
    private final Streets streets;
    private final Townspeople town;

    ImportsActs(Imports imports, Streets streets, Permissions permissions, Townspeople town) {
        this.imports = imports;
        this.streets = streets;
        this.town = town;
        streets.allowWhoever(asker -> permissions.has(asker, IMPORT, Scope.PLATFORM));
    }

    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "find imports",
                by -> {
                    begun();
                    if (imports.list(by, null, 1).imports().isEmpty()) {
                        throw new NotFound();
                    }
                },
                "hand over a table to import",
                by -> {
                    var _ = taken(by);
                },
                "look at an import",
                by -> {
                    var _ = imports.find(by, begun().number()).orElseThrow(NotFound::new);
                },
                "read the rows of an import",
                by -> {
                    var _ = imports.rows(by, begun().id(), List.of(), new RowKey.After(0), 10);
                },
                "bring in the rows of a table",
                by -> mended(() -> imports.bringIn(by, begun().id())),
                "take an import back",
                by -> mended(() -> imports.takeBack(by, begun().id())),
                "throw an import away",
                by -> {
                    ImportCard card = begun();
                    imports.discard(by, card.id());
                    if (imports.find(Asker.of(card.by()), card.id()).isPresent()) {
                        throw new Forbidden();
                    }
                });
    }

    /** The import of an officer. */
    public ImportCard begun() {
        return taken(town.person(Role.OFFICER));
    }

    private ImportCard taken(Asker by) {
        ImportId id = ImportId.next();
        String file = "code,name\nR" + Ids.next() + ",Lime\n";
        imports.take(
                by,
                new NewImport(
                        id,
                        streets.name(),
                        "streets.csv",
                        Language.EN,
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
        return imports.find(by, id).orElseThrow(NotFound::new);
    }

    /** That it is too early is something that one who may is told. */
    private static void mended(Runnable act) {
        try {
            act.run();
        } catch (Refused early) {
            // Their right has been asked before.
        }
    }
}
