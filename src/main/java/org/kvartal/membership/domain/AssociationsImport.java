package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.imports.ImportColumn;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.ImportRun;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowVerdict;
import org.kvartal.kernel.Asker;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.Mandates.NewMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.domain.ImportVocabulary.Words;
import org.kvartal.membership.domain.ImportedAssociation.Named;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Associations, authorities and agencies from a table. A row is about a member that an earlier import made of it; else about one with the same
 * number in a register; else about one with exactly the same name in the same city, or where one of the two cities is not known.
 */
@Component
@Order(1)
class AssociationsImport implements ImportKind {

    static final String NAME = "associations";

    private final ImportVocabulary vocabulary;
    private final AssociationJudge judge;
    private final MassAdmission admission;
    private final MassUndoing undoing;
    private final Invitees invitees;
    private final Permissions permissions;

    AssociationsImport(
            ImportVocabulary vocabulary,
            AssociationJudge judge,
            MassAdmission admission,
            MassUndoing undoing,
            Invitees invitees,
            Permissions permissions) {
        this.vocabulary = vocabulary;
        this.judge = judge;
        this.admission = admission;
        this.undoing = undoing;
        this.invitees = invitees;
        this.permissions = permissions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String texts() {
        return "membership.import.associations";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.required(ImportedAssociation.ID, "number", "code", "№", "номер", "код"),
                ImportColumn.optional("name-en", "name", "name english", "английское название", "име на английски"),
                ImportColumn.optional("name-ru", "название", "name russian", "русское название"),
                ImportColumn.optional("name-bg", "наименование", "име", "name bulgarian"),
                ImportColumn.optional(ImportedAssociation.KIND, "type"),
                ImportColumn.optional(ImportedAssociation.CITY, "place", "town"),
                ImportColumn.optional(ImportedAssociation.SECTORS, "sector", "сектор", "отрасль"),
                ImportColumn.optional(ImportedAssociation.WEBSITE, "site", "web", "url", "сайт"),
                ImportColumn.optional(ImportedAssociation.DESCRIPTION, "about"),
                ImportColumn.optional(ImportedAssociation.REGISTER, "registration country", "country"),
                ImportColumn.optional(ImportedAssociation.NUMBER, "eik", "еик", "огрн", "инн"),
                ImportColumn.optional(
                        ImportedAssociation.REPRESENTATIVE,
                        "contact",
                        "contact person",
                        "представитель",
                        "контактное лицо",
                        "председатель",
                        "представител",
                        "лице за контакт",
                        "председател"),
                ImportColumn.optional(ImportedAssociation.EMAIL, "mail", "e-mail"),
                ImportColumn.optional(ImportedAssociation.LANGUAGE));
    }

    @Override
    public boolean mayImport(Asker asker) {
        return permissions.has(asker, MembershipRights.ADMIT, Scope.PLATFORM);
    }

    @Override
    public Optional<String> identity(ImportRow row) {
        return Optional.of(row.cell(ImportedAssociation.ID)).filter(id -> !id.isEmpty());
    }

    @Override
    public List<RowVerdict> judge(ImportRun run, List<ImportRow> rows) {
        Words words = vocabulary.now(run.by());
        return judge.judge(
                words,
                rows,
                rows.stream().map(row -> ImportedAssociation.read(row, words)).toList());
    }

    @Override
    public List<Made> bringIn(ImportRun run, List<ImportRow> rows) {
        Words words = vocabulary.now(run.by());
        List<NewMember> members = new ArrayList<>();
        List<NewMandate> mandates = new ArrayList<>();
        List<Made> made = new ArrayList<>();
        for (ImportRow row : rows) {
            ImportedAssociation read = ImportedAssociation.read(row, words);
            MemberId id = MemberId.next();
            members.add(read.member(id));
            Named representative = read.representative();
            if (representative != null) {
                mandates.add(ImportedAssociation.mandate(id, representative, read.language()));
            }
            made.add(new Made(id.value(), null));
        }
        admission.admit(run.by(), members, words);
        admission.prepare(run.by(), mandates);
        invitees.add(run.id(), mandates);
        return made;
    }

    @Override
    public Map<UUID, RowProblem> takeBack(ImportRun run, List<Brought> things) {
        return undoing.takeBack(run.by(), things.stream().map(Brought::subject).toList(), Map.of());
    }

    @Override
    public Map<UUID, String> paths(Asker asker, Collection<UUID> subjects) {
        return admission.paths(subjects);
    }

    @Override
    public Optional<NextStep> next(Asker asker, ImportId id) {
        return invitees.next(asker, id);
    }
}
