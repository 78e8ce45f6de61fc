package org.kvartal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Erasing;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PersonalData.Burden;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.tasks.TaskLine;
import org.kvartal.tasks.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** A member who is the only one to speak for an association is erased. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "membership")
@Import({Belonging.class, CopiedLetters.class, Erasing.class})
class ErasedMemberModuleTests {

    @Autowired
    Belonging town;

    @Autowired
    Erasing erasing;

    @Autowired
    Mandates mandates;

    @Autowired
    Tasks tasks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theyLeaveTheirFieldsGoAndTheOfficeHearsOfTheAssociation() {
        PersonId ada = town.person("Ada Weft", Role.MEMBER);
        Asker officer = Asker.of(town.person("Olga Office", Role.OFFICER));
        MemberCard member = town.member(MemberKind.PERSON, "Ada Weft", ada);
        MemberCard weavers = town.member(MemberKind.ASSOCIATION, "Weavers of " + ada, null);
        town.mandate(weavers, ada, RepresentationKind.PRIMARY);
        String email = "person-" + ada + "@example.org";
        jdbc.sql("UPDATE member SET contact = 'call 123', city = 'Gabrovo' WHERE person = :person")
                .param("person", ada.value())
                .update();

        assertThat(erasing.burdens("membership", ada, email))
                .extracting(Burden::key)
                .containsExactly("membership.own.only-primary-burden");
        assertThat(erasing.sights("membership", ada, email)).isNotEmpty();

        assertThat(erasing.from("membership", ada, "Ada Weft", email)).isTrue();
        assertThat(erasing.from("membership", ada, "Ada Weft", email)).isTrue();

        assertThat(mandates.of(ada)).isEmpty();
        assertThat(mandates.isPrimary(Asker.of(ada), weavers.id())).isFalse();
        assertThat(tasks.owed(officer, 500))
                .extracting(TaskLine::messageKey, line -> line.arguments().getFirst())
                .contains(tuple("membership.task.no-primary", weavers.name().in(Language.EN)));
        Map<String, @Nullable Object> row =
                jdbc.sql("""
                SELECT own_name, contact, city, search_text, ends_at IS NOT NULL AS gone, name ->> 'texts' AS texts
                  FROM member WHERE id = :id
                """).param("id", member.id().value()).query().singleRow();
        assertThat(row)
                .containsEntry("own_name", "—")
                .containsEntry("contact", "")
                .containsEntry("city", "")
                .containsEntry("search_text", "")
                .containsEntry("gone", true);
        assertThat(String.valueOf(row.get("texts"))).contains("Former member", "Бывший участник", "Бивш член");
        assertThat(erasing.burdens("membership", ada, email)).isEqualTo(List.of());
    }

    @Test
    void whoSharesTheMandateLeavesNoTask() {
        PersonId ada = town.person("Ada Warp", Role.MEMBER);
        PersonId bo = town.person("Bo Warp", Role.MEMBER);
        MemberCard dyers = town.member(MemberKind.ASSOCIATION, "Dyers of " + ada, null);
        town.mandate(dyers, ada, RepresentationKind.PRIMARY);
        town.mandate(dyers, bo, RepresentationKind.PRIMARY);

        assertThat(erasing.burdens("membership", ada, null)).isEmpty();
        erasing.from("membership", ada, "Ada Warp", null);

        assertThat(mandates.isPrimary(Asker.of(bo), dyers.id())).isTrue();
    }
}
