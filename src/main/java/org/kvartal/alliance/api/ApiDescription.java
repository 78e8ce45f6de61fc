package org.kvartal.alliance.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.EntryContent.Licence;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.OpenDirectory;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the description says beside the addresses: whose data it is, and what several addresses share.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1">OpenAPI 3.1</a>
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openData(House house) {
        return new OpenAPI()
                .info(new Info()
                        .title(house.name() + ": open data")
                        .version("1")
                        .description(
                                "What " + house.name()
                                        + " publishes, for other programs. No key is needed; pages of any site may ask. Each entry of the directory names its licence.")
                        .termsOfService(house.address(AlliancePages.OPEN_DATA))
                        .license(new License()
                                .name("CC BY 4.0, or CC0 where an entry says so")
                                .url(Licence.CC_BY.url())))
                .addServersItem(new Server().url(house.baseUrl()))
                .components(components());
    }

    private static Components components() {
        Components components = new Components();
        filters().forEach(parameter -> components.addParameters(parameter.getName(), parameter));
        others().forEach(parameter -> components.addParameters(parameter.getName(), parameter));
        components.addHeaders("ETag", header("The version of the data; sent back as If-None-Match"));
        components.addHeaders("Link", header("rel=next where the list goes on; rel=license and rel=service-desc"));
        components.addHeaders(
                "RateLimit", header("How many requests are left, and in how many seconds all are there again"));
        components.addHeaders("Retry-After", header("Seconds to wait"));
        ModelConverters.getInstance(true).read(Problem.class).forEach(components::addSchemas);
        components.addSchemas(
                "Table",
                new StringSchema()
                        .description(
                                "UTF-8, a line of names first (RFC 4180). Several values of one cell are separated by \" | \". A text that a spreadsheet would take for a formula has an apostrophe before it."));
        components.addSchemas(
                "Cards",
                new StringSchema()
                        .description(
                                "vCard 4.0 (RFC 6350), one card for each entry, with names in the language of lang first. What follows is in the Link header"));
        components.addSchemas(
                "DataFeed",
                new ObjectSchema()
                        .description("A schema.org DataFeed with the entries in dataFeedElement (JSON-LD 1.1)"));
        components.addSchemas(
                "Thing",
                new ObjectSchema()
                        .description(
                                "A schema.org Organization, City or AdministrativeArea, as its page carries it (JSON-LD 1.1)"));
        components.addSchemas("Feature", feature());
        components.addSchemas("FeatureCollection", collection());
        problem(components, "BadRequest", "A parameter is not understood; nothing is guessed");
        problem(components, "NotFound", "There is nothing at that address, or not in that format");
        problem(components, "NotAcceptable", "None of the accepted formats is offered");
        problem(components, "Gone", "The entry was public once and is not any more");
        problem(components, "TooManyRequests", "Too many requests within a minute; Retry-After says how long to wait")
                .addHeaderObject("Retry-After", header("Seconds to wait"));
        components.addResponses("NotModified", new ApiResponse().description("The client has this version already"));
        components.addResponses(
                "Moved",
                new ApiResponse()
                        .description("The entry has another address now")
                        .addHeaderObject("Location", header("Its address now")));
        return components;
    }

    private static List<Parameter> filters() {
        return List.of(
                query("q", "Part of a name, in any language and script", text("designers")),
                query("kind", "Only these kinds", several(kinds())),
                query("sector", "Only these sectors and those below them: codes of /sectors", several(text("design"))),
                query(
                        "place",
                        "Only there: codes of /places, or countries by two capital letters",
                        several(text("BG"))),
                query("language", "Only what works in these languages: BCP 47 tags", several(text("bg"))),
                query("member", "Only those whose organisation is a member", oneOf("yes")),
                query("box", "Only what lies there on the map: south,west,north,east in degrees", text("41,22,44,29")));
    }

    private static List<Parameter> others() {
        Schema<Object> limit = new Schema<>();
        limit.setOneOf(List.of(
                new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(OpenDirectory.MOST)),
                oneOf("all")));
        limit.setDefault(Wish.USUAL);
        return List.of(
                query(
                        "lang",
                        "The language of names and labels in JSON-LD, GeoJSON, vCard and HSDS",
                        oneOf("en", "ru", "bg")),
                query(
                        "limit",
                        "How many at once, or all: then the answer is written as it is read, and counts as ten requests",
                        limit),
                query(
                        "after",
                        "Where to go on: taken from the next address of the page before",
                        new StringSchema().format("uuid")),
                query("bom", "Begins a table with the mark by which some spreadsheets recognise UTF-8", oneOf("yes")));
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new QueryParameter().name(name).description(description).schema(schema);
    }

    private static Schema<?> text(String example) {
        return new StringSchema().example(example);
    }

    private static Schema<?> oneOf(String... values) {
        StringSchema schema = new StringSchema();
        schema.setEnum(List.of(values));
        return schema;
    }

    private static Schema<?> several(Schema<?> item) {
        return new ArraySchema().items(item);
    }

    private static Schema<?> kinds() {
        return oneOf(Arrays.stream(EntryKind.values()).map(Code::of).toArray(String[]::new));
    }

    private static Schema<?> feature() {
        return new ObjectSchema()
                .description("An entry or a place on the map (RFC 7946); its geometry is null where it stands nowhere")
                .addProperty("type", oneOf("Feature"))
                .addProperty("id", new StringSchema())
                .addProperty("geometry", new Schema<>().description("A Point, a MultiPoint or null; longitude first"))
                .addProperty("properties", new ObjectSchema())
                .required(List.of("type", "id", "geometry", "properties"));
    }

    private static Schema<?> collection() {
        return new ObjectSchema()
                .description("RFC 7946")
                .addProperty("type", oneOf("FeatureCollection"))
                .addProperty("source", new StringSchema().description("Whose data it is"))
                .addProperty("terms", new StringSchema().format("uri").description("What may be done with it"))
                .addProperty(
                        "next",
                        new StringSchema().format("uri").description("Where the list goes on; left out at its end"))
                .addProperty("features", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/Feature")))
                .required(List.of("type", "source", "terms", "features"));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static ApiResponse problem(Components components, String name, String description) {
        ApiResponse response = new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
        components.addResponses(name, response);
        return response;
    }
}
