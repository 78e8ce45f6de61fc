package org.kvartal.search;

import java.util.List;
import org.kvartal.kernel.Language;

/** Words as fingers slip, in their middle and in their endings, and as they stand in texts: what must be found although nobody says it so. */
final class Misspellings {

    private Misspellings() {}

    /**
     * @param typed with the slip
     * @param said the same word as a text says it, maybe in another form
     */
    record Misspelling(Language language, String typed, String said) {}

    static final List<Misspelling> ALL = List.of(
            en("glassblwers", "glassblowers"),
            en("glassblowesr", "glassblower"),
            en("exibitions", "exhibition"),
            en("exhibitoins", "exhibitions"),
            en("recomendations", "recommendation"),
            en("recommendatoin", "recommendations"),
            en("associatons", "association"),
            en("goverment", "government"),
            en("ministires", "ministry"),
            en("publishign", "publishing"),
            en("publihser", "publishers"),
            en("festivla", "festivals"),
            en("festivvals", "festival"),
            en("galleyr", "gallery"),
            en("policeis", "policy"),
            en("designres", "designer"),
            en("subsidyes", "subsidy"),
            en("applicatiosn", "applications"),
            en("musiciams", "musician"),
            en("orgnaization", "organizations"),
            ru("дизайнреов", "дизайнер"),
            ru("дизайнерво", "дизайнеров"),
            ru("художниик", "художники"),
            ru("худжника", "художник"),
            ru("выствака", "выставки"),
            ru("выставкма", "выставкам"),
            ru("министерсвто", "министерство"),
            ru("министерстовм", "министерством"),
            ru("рекомендаицй", "рекомендации"),
            ru("рекомедации", "рекомендация"),
            ru("договороам", "договора"),
            ru("мастеркой", "мастерская"),
            ru("издательсва", "издательство"),
            ru("фестивалйе", "фестивалей"),
            ru("музыкнатов", "музыкант"),
            ru("керамкиа", "керамика"),
            ru("субсиидя", "субсидия"),
            ru("таможеннйо", "таможенной"),
            ru("объединеинй", "объединения"),
            ru("поддрежка", "поддержки"),
            bg("занаятчийте", "занаятчиите"),
            bg("занаячтии", "занаятчии"),
            bg("галерииет", "галериите"),
            bg("министерсвото", "министерството"),
            bg("изложбиет", "изложби"),
            bg("художнциите", "художник"),
            bg("препоръкиет", "препоръките"),
            bg("препроъки", "препоръка"),
            bg("фестивалтъ", "фестивалът"),
            bg("сдружениеот", "сдружението"),
            bg("данъктие", "данъци"),
            bg("сушбсидии", "субсидия"));

    private static Misspelling en(String typed, String said) {
        return new Misspelling(Language.EN, typed, said);
    }

    private static Misspelling ru(String typed, String said) {
        return new Misspelling(Language.RU, typed, said);
    }

    private static Misspelling bg(String typed, String said) {
        return new Misspelling(Language.BG, typed, said);
    }
}
