package org.kvartal.journeys;

import java.time.LocalDate;
import java.util.List;
import org.kvartal.alliance.EntryKind;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberId;

/**
 * Who takes part in the journey of the delegations, whom they visit, and the screens that they sit before.
 *
 * @param coordinator of the office
 * @param chair speaks for the association whose delegation is the first one
 * @param title of the mission
 * @param goal that can be counted
 * @param first the day on which it begins
 * @param association as the directory calls it
 * @param agreement what is signed in the end
 * @param summary what everybody may read of it
 * @param found what the coordinator writes down afterwards
 */
record DelegationCast(
        Language language,
        Resident coordinator,
        Resident chair,
        String title,
        String goal,
        LocalDate first,
        Page association,
        List<Delegation> delegations,
        List<Visit> visits,
        String agreement,
        String summary,
        String found) {

    /** How long the journey takes. */
    static final int DAYS = 3;

    /** Something that has a page in the directory. */
    record Page(String name, String slug) {}

    /**
     * @param email of its head, who names those that travel
     * @param call whom to call in an emergency, and their telephone
     */
    record Delegation(String name, String head, String email, String companion, String call, String phone) {}

    /**
     * @param place the page of the host, whose office has that mail address
     * @param about what the directory says of it
     */
    record Visit(Page place, String mail, String about, String purpose, String answer) {}

    static DelegationCast gather(Residents residents, Travels travels, LocalDate today, Language language) {
        Words words = new Words(language);
        String mark = language.code();
        Resident chair = residents.member(words.say("Clara Chair", "Клавдия Старостина"), language);
        String name = words.say("Printers of Petrozavodsk", "Печатники Петрозаводска");
        MemberId printers = residents.association(name, chair);
        String association = travels.page(
                EntryKind.ASSOCIATION,
                "Печатари от Петрозаводск",
                language,
                name,
                words.say("They print by hand.", "Печатают вручную."),
                "petrozavodsk",
                "printers-" + mark + "@example.org",
                printers);
        return new DelegationCast(
                language,
                residents.officer(words.say("Connie Coordinator", "Ксения Путевая"), language),
                chair,
                words.say("Presses of three cities", "Печатни трёх городов"),
                words.say("Agreements signed", "Подписанные соглашения"),
                today.plusDays(20),
                new Page(name, association),
                delegations(words, mark, name),
                visits(words, mark, travels),
                words.say("Memorandum on hand presses", "Меморандум о ручных станках"),
                words.say("Both sides lend each other their presses.", "Стороны дают друг другу станки."),
                words.say("Everybody wants to come again in spring.", "Весной все хотят приехать снова."));
    }

    private static List<Delegation> delegations(Words words, String mark, String first) {
        return List.of(
                new Delegation(
                        first,
                        words.say("Lydia Stone", "Лидия Камнева"),
                        "lydia-" + mark + "@example.org",
                        words.say("Peter Sheet", "Пётр Листов"),
                        words.say("Mother of Lydia", "Мать Лидии"),
                        "+7 8142 555 0101"),
                new Delegation(
                        words.say("Paper makers of Tashkent", "Бумажных дел мастера Ташкента"),
                        words.say("Timur Mill", "Тимур Бумажников"),
                        "timur-" + mark + "@example.org",
                        words.say("Nodira Pulp", "Нодира Волокнова"),
                        words.say("Brother of Timur", "Брат Тимура"),
                        "+998 71 555 0102"),
                new Delegation(
                        words.say("Binders of Istanbul", "Переплётчики Стамбула"),
                        words.say("Derya Thread", "Дерья Ниткина"),
                        "derya-" + mark + "@example.org",
                        words.say("Emre Glue", "Эмре Клеев"),
                        words.say("Aunt of Derya", "Тётя Дерьи"),
                        "+90 212 555 0103"));
    }

    private static List<Visit> visits(Words words, String mark, Travels travels) {
        return List.of(
                visit(
                        words,
                        mark,
                        travels,
                        "sofia",
                        "Печатен двор",
                        words.say("Print yard", "Печатный двор"),
                        words.say("Twelve hand presses in one hall.", "Двенадцать ручных станков в одном зале."),
                        words.say("See the hand presses", "Посмотреть ручные станки"),
                        words.say("Ring at the blue gate.", "Звоните у синих ворот.")),
                visit(
                        words,
                        mark,
                        travels,
                        "plovdiv",
                        "Хартиена фабрика",
                        words.say("Paper mill", "Бумажная мельница"),
                        words.say("Paper of linen since 1891.", "Бумага из льна с 1891 года."),
                        words.say("Scoop paper together", "Вместе отлить бумагу"),
                        words.say("The vat is warm after five.", "Чан нагреется после пяти.")),
                visit(
                        words,
                        mark,
                        travels,
                        "belgrade",
                        "Подвързийна",
                        words.say("Bindery on the quay", "Переплётная на набережной"),
                        words.say("Books are sewn here.", "Здесь сшивают книги."),
                        words.say("Talk about joint orders", "Поговорить об общих заказах"),
                        words.say("We are at a fair that week.", "На той неделе мы на ярмарке.")));
    }

    private static Visit visit(
            Words words,
            String mark,
            Travels travels,
            String city,
            String own,
            String name,
            String about,
            String purpose,
            String answer) {
        String mail = city + "-" + mark + "@example.org";
        String slug = travels.page(EntryKind.VENUE, own, words.language(), name, about, city, mail, null);
        return new Visit(new Page(name, slug), mail, about, purpose, answer);
    }

    private record Words(Language language) {

        String say(String english, String russian) {
            return language == Language.RU ? russian : english;
        }
    }

    /** The day by its place in the journey, from 0. */
    LocalDate day(int place) {
        return first.plusDays(place);
    }

    LocalDate last() {
        return day(DAYS - 1);
    }

    /**
     * Their browser profiles.
     *
     * @param desk the coordinator's
     * @param chair the phone of whoever speaks for the first delegation
     * @param guests the phone of the heads, one after the other
     * @param hosts the phone of the hosts, one after the other
     * @param outside somebody without an account
     */
    record Screens(Visitor desk, Visitor chair, Visitor guests, Visitor hosts, Visitor outside) {

        static Screens set(Visitors visitors, Language language) {
            return new Screens(
                    visitors.reading(language),
                    visitors.onPhone(language),
                    visitors.onPhone(language),
                    visitors.onPhone(language),
                    language == Language.RU ? visitors.onPhone(language) : visitors.reading(language));
        }

        List<Visitor> all() {
            return List.of(desk, chair, guests, hosts, outside);
        }
    }
}
