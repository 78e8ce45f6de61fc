package org.kvartal.search;

import java.util.List;
import org.kvartal.kernel.Language;

/** Words as people look for them and as they stand in texts: the fixed list of what must be found. */
public final class Inflections {

    private Inflections() {}

    /**
     * @param sought as it is typed
     * @param text in which it must be found
     */
    public record Inflection(Language language, String sought, String text) {}

    public static final List<Inflection> ALL = List.of(
            en("designers", "A designer asked what the grant covers."),
            en("designing", "We designed the stand together."),
            en("galleries", "The gallery keeps its receipts."),
            en("gallery's", "Two galleries wrote to the chamber."),
            en("exported", "Exporting one chair takes nine forms."),
            en("exports", "Who has exported to Serbia?"),
            en("ministries", "The ministry answers within a month."),
            en("musicians", "A musician without a contract has no pension."),
            en("publishing", "The publisher prints in Plovdiv."),
            en("applied", "Whoever applies late waits a year."),
            en("applications", "Send the application by post."),
            en("festivals", "Our festival has no venue yet."),
            en("taxes", "The tax office sent a letter."),
            en("studios", "This studio shares its kiln."),
            en("subsidised", "They subsidise rents in the old town."),
            en("workshops", "A workshop about contracts."),
            en("crafts", "Craft is taught by masters."),
            en("weaving", "She weaves rugs from Chiprovtsi."),
            en("café", "Meet at the cafe on the corner."),
            en("cultural policies", "A policy that is cultural by name only."),
            ru("дизайнеров", "Один дизайнер спросил, что покрывает грант."),
            ru("дизайнерами", "Дизайнеры делят мастерскую."),
            ru("галереями", "Галерея хранит все чеки."),
            ru("художников", "Художник живёт на два города."),
            ru("художницы", "Художница открыла мастерскую."),
            ru("министерством", "Министерства отвечают по-разному."),
            ru("выставках", "Выставка переехала в Софию."),
            ru("музыкантам", "Музыканты играют без договора."),
            ru("издательства", "Издательство закрыло склад."),
            ru("налогами", "Налог вырос вдвое."),
            ru("субсидий", "Субсидия покрывает аренду."),
            ru("ремёслами", "Ремесло передают ученикам."),
            ru("ремесла", "Ремёсла забывают быстро."),
            ru("вывозить", "Вывозят мебель и керамику."),
            ru("таможенную", "Таможенная декларация стоит дорого."),
            ru("фестивалей", "Фестиваль ищет площадку."),
            ru("заявками", "Заявку подают до пятницы."),
            ru("договоры", "Без договора не платят."),
            ru("режиссёрам", "Режиссер снял фильм о селе."),
            ru("рекомендацию", "Рекомендации ушли в министерство."),
            ru("аренде мастерских", "Аренда мастерской подорожала."),
            bg("занаятчиите", "Един занаятчия пита за помощ."),
            bg("занаятчии", "Занаятчията чака отговор."),
            bg("дизайнерите", "Дизайнер търси ателие."),
            bg("галериите", "Галерията пази бележките."),
            bg("музикантите", "Музикант без договор."),
            bg("художникът", "Художници от три града."),
            bg("министерството", "Министерства и общини мълчат."),
            bg("изложбите", "Изложба на млади автори."),
            bg("фестивалът", "Фестивали без сцена."),
            bg("документите", "Документ на два езика."),
            bg("препоръките", "Препоръката беше приета."),
            bg("сдружението", "Сдружения от цялата страна."),
            bg("издателите", "Издател от Пловдив."),
            bg("ателиетата", "Ателието е под наем."),
            bg("данъците", "Данъкът се плати навреме."),
            bg("членовете", "Член на управителния съвет."),
            bg("срещата", "Срещи на всеки месец."),
            bg("наемите", "Наемът расте."),
            bg("заявленията", "Заявление до общината."),
            bg("субсидиите", "Субсидия за наем."),
            bg("компаниите", "Компания за реклама."),
            bg("проектите на студиата", "Проект на едно студио."));

    private static Inflection en(String sought, String text) {
        return new Inflection(Language.EN, sought, text);
    }

    private static Inflection ru(String sought, String text) {
        return new Inflection(Language.RU, sought, text);
    }

    private static Inflection bg(String sought, String text) {
        return new Inflection(Language.BG, sought, text);
    }
}
