package org.kvartal.alliance.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.wording.StructuredEntry;
import org.kvartal.alliance.wording.Words;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How entries are written in each format. */
@Component
class EntryRenderings {

    /** Names the link to what follows, which schema.org has no word for. */
    private static final Map<String, Object> FOLLOWING =
            Map.of("hydra", "http://www.w3.org/ns/hydra/core#", "next", Map.of("@id", "hydra:next", "@type", "@id"));

    private final House house;
    private final Messages messages;
    private final JsonMapper json;
    private final StructuredEntry structured;
    private final EntryTelling telling;

    EntryRenderings(House house, Messages messages, JsonMapper json, StructuredEntry structured, EntryTelling telling) {
        this.house = house;
        this.messages = messages;
        this.json = json;
        this.structured = structured;
        this.telling = telling;
    }

    Rendering<EntryDetail> many(Format format, Codes codes, Language language, boolean mark) {
        return switch (format) {
            case JSON -> new JsonList<>(json, Lists.head(house), "entries", entry -> telling.json(entry, codes));
            case JSON_LD -> new JsonList<>(json, feed(language), "dataFeedElement", things(codes, language));
            case GEO_JSON ->
                new JsonList<>(json, collection(), "features", entry -> telling.feature(entry, codes, language));
            case CSV -> Sheets.entries(codes, telling, mark);
            case VCARD -> new ContactCards(codes.words(language, messages), telling);
            case HSDS -> new JsonList<>(json, Lists.head(house), "contents", organizations(codes, language));
        };
    }

    Rendering<EntryDetail> one(Format format, Codes codes, Language language, boolean mark) {
        return switch (format) {
            case JSON -> alone(entry -> telling.json(entry, codes));
            case JSON_LD -> alone(entry -> structured.of(entry, codes.words(language, messages)));
            case GEO_JSON -> alone(entry -> telling.feature(entry, codes, language));
            case CSV -> Sheets.entries(codes, telling, mark);
            case VCARD -> new ContactCards(codes.words(language, messages), telling);
            case HSDS -> alone(organizations(codes, language));
        };
    }

    private Rendering<EntryDetail> alone(Function<EntryDetail, Object> what) {
        return (out, stretches, _) ->
                out.write(json.writeValueAsBytes(what.apply(stretches.next().getFirst())));
    }

    /** The entries inside a feed need no context of their own. */
    private Function<EntryDetail, Object> things(Codes codes, Language language) {
        Words words = codes.words(language, messages);
        return entry -> {
            Map<String, Object> thing = structured.of(entry, words);
            thing.remove("@context");
            return thing;
        };
    }

    private Function<EntryDetail, Object> organizations(Codes codes, Language language) {
        Words words = codes.words(language, messages);
        return entry -> new HsdsOrganization(entry, words, house).told();
    }

    /** @see <a href="https://schema.org/DataFeed">schema.org, DataFeed</a> */
    private SequencedMap<String, Object> feed(Language language) {
        SequencedMap<String, Object> head = new LinkedHashMap<>();
        head.put("@context", List.of("https://schema.org", FOLLOWING));
        head.put("@type", "DataFeed");
        head.put("name", messages.text(language, "alliance.directory.title") + " – " + house.name());
        head.put("description", messages.text(language, "alliance.directory.lead"));
        head.put("url", house.address("/" + language.code() + AlliancePages.PUBLIC_DIRECTORY));
        head.put("inLanguage", language.code());
        head.put("license", house.address(AlliancePages.OPEN_DATA));
        head.put("publisher", Map.of("@type", "Organization", "name", house.name(), "url", house.address("/")));
        return head;
    }

    private SequencedMap<String, Object> collection() {
        SequencedMap<String, Object> head = new LinkedHashMap<>();
        head.put("type", "FeatureCollection");
        head.putAll(Lists.head(house));
        return head;
    }
}
