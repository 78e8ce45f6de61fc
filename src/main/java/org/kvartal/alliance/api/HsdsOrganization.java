package org.kvartal.alliance.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryProfile;
import org.kvartal.alliance.RelationKind;
import org.kvartal.alliance.wording.Words;
import org.kvartal.files.FilePages;
import org.kvartal.kernel.House;
import org.kvartal.kernel.LocalizedText;

/**
 * An entry as an organisation of the Human Services Data Specification 3.1, in the language of the words. Beside what the specification
 * names stand {@code last_modified}, {@code assured_date} and {@code licence}, the first two as it names them of services.
 *
 * @see <a href="https://docs.openreferral.org">HSDS</a>
 */
record HsdsOrganization(EntryDetail entry, Words words, House house) {

    static final String SPECIFICATION = "https://docs.openreferral.org";

    private static final Pattern WIKIDATA =
            Pattern.compile("(?i)https?://(?:www\\.)?wikidata\\.org/(?:wiki|entity)/(Q[0-9]+)/?");
    private static final Pattern ROR = Pattern.compile("(?i)https?://ror\\.org/(0[a-z0-9]{8})/?");

    Map<String, Object> told() {
        EntryContent content = entry.content();
        LocalizedText description = content.description();
        EntryContent.Picture picture = content.picture();
        return new HsdsObject(entry.card().id().value())
                .with("name", content.names().own())
                .with("alternate_name", alternate(content.names()))
                .with(
                        "description",
                        description == null ? words.kind(entry.card().kind()) : text(description))
                .with(
                        "email",
                        offices()
                                .map(Contact::email)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null))
                .with("website", content.website() == null ? null : Texts.uri(content.website()))
                .with(
                        "additional_websites",
                        content.sameAs().stream().map(this::website).toList())
                .with("year_incorporated", content.profile().founded())
                .with("legal_status", legalStatus())
                .with("logo", picture == null ? null : house.address(FilePages.file(picture.file())))
                .with("uri", house.address(AlliancePages.inPublic(entry.card().slug())))
                .with(
                        "parent_organization_id",
                        related(RelationKind.PART_OF)
                                .map(card -> card.id().toString())
                                .findFirst()
                                .orElse(null))
                .with(
                        "funding",
                        related(RelationKind.FUNDED_BY).map(this::funding).toList())
                .with("contacts", contacts())
                .with(
                        "phones",
                        offices()
                                .filter(office -> office.phone() != null)
                                .map(this::phone)
                                .toList())
                .with("locations", locations())
                .with("organization_identifiers", identifiers())
                .with("attributes", new HsdsAttributes(entry, words, house).told())
                .with("last_modified", entry.card().changedAt().toString())
                .with("assured_date", Objects.toString(entry.card().checkedOn(), null))
                .with("licence", content.licence().url())
                .told();
    }

    /** How readers of this language know it, else how others can read it. */
    private @Nullable String alternate(Names names) {
        return Stream.concat(
                        Stream.of(words.name(names)),
                        Stream.concat(Stream.ofNullable(entry.latin()), names.others().stream()))
                .filter(name -> !name.equals(names.own()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String legalStatus() {
        return switch (entry.card().kind()) {
            case ASSOCIATION, FOUNDATION, COMPANY -> words.kind(entry.card().kind());
            case NETWORK, HUB, VENUE, CITY, REGION, SCHOOL, AUTHORITY, AGENCY, DONOR, MEDIA -> null;
        };
    }

    private Map<String, Object> website(String address) {
        return new HsdsObject(id("website " + address))
                .with("label", words.address(address))
                .with("url", Texts.uri(address))
                .told();
    }

    private Map<String, Object> funding(EntryCard funder) {
        return new HsdsObject(id("funding " + funder.id()))
                .with("source", words.name(funder.names()))
                .told();
    }

    private Stream<EntryCard> related(RelationKind kind) {
        return entry.relations().stream()
                .filter(line -> line.kind() == kind && line.outward() && !line.ended())
                .map(line -> line.other());
    }

    private Stream<Contact> offices() {
        return entry.content().contacts().stream().filter(contact -> contact.person() == null);
    }

    /** People who agreed to be shown, and offices that are for something. */
    private List<Map<String, Object>> contacts() {
        List<Map<String, Object>> told = new ArrayList<>();
        for (Contact contact : entry.content().contacts()) {
            LocalizedText purpose = contact.purpose();
            if (contact.open() && (contact.person() != null || purpose != null)) {
                told.add(new HsdsObject(
                                id("contact " + contact.person() + " " + contact.email() + " " + contact.phone()))
                        .with("name", contact.person())
                        .with(contact.person() == null ? "department" : "title", purpose == null ? null : text(purpose))
                        .with("email", contact.email())
                        .with("phones", contact.phone() == null ? null : List.of(phone(contact)))
                        .told());
            }
        }
        return told;
    }

    private Map<String, Object> phone(Contact contact) {
        LocalizedText purpose = contact.purpose();
        return new HsdsObject(id("phone " + contact.person() + " " + contact.phone()))
                .with("number", contact.phone())
                .with("type", "voice")
                .with("description", purpose == null ? null : text(purpose))
                .told();
    }

    private List<Map<String, Object>> locations() {
        List<Map<String, Object>> told = new ArrayList<>();
        List<Location> locations = entry.content().locations();
        for (int number = 0; number < locations.size(); number++) {
            Location location = locations.get(number);
            List<String> spoken = location.kind() == LocationKind.POSTAL
                    ? List.of()
                    : entry.content().languages();
            told.add(new HsdsLocation(id("location " + number), location, spoken, words, house).told());
        }
        return told;
    }

    /** Lists of organisations elsewhere are known by their addresses. */
    private List<Map<String, Object>> identifiers() {
        List<Map<String, Object>> told = new ArrayList<>();
        if (entry.content().profile() instanceof EntryProfile.Publication(Integer _, String issn) && issn != null) {
            told.add(identifier("ISSN", issn));
        }
        for (String address : entry.content().sameAs()) {
            Matcher wikidata = WIKIDATA.matcher(address);
            if (wikidata.matches()) {
                told.add(identifier("Wikidata", wikidata.group(1)));
            }
            Matcher ror = ROR.matcher(address);
            if (ror.matches()) {
                told.add(identifier("ROR", ror.group(1)));
            }
        }
        return told;
    }

    private Map<String, Object> identifier(String type, String identifier) {
        return new HsdsObject(id("identifier " + type + " " + identifier))
                .with("organization_id", entry.card().id().toString())
                .with("identifier_type", type)
                .with("identifier", identifier)
                .told();
    }

    private UUID id(String part) {
        return HsdsObject.id(entry.card().id(), part);
    }

    private String text(LocalizedText text) {
        return text.in(words.language());
    }
}
