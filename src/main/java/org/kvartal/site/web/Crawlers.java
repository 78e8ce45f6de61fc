package org.kvartal.site.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.site.SitemapPart;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What search engines ask for: where they may go, and which pages there are.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemaps XML format</a>
 */
@RestController
class Crawlers {

    /** Pages of one sitemap; each counts once per language, and a sitemap holds 50 000 addresses at the most. */
    private static final int PAGES = 10_000;

    private static final String SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final House house;
    private final List<SitemapPart> parts;

    Crawlers(House house, List<SitemapPart> parts) {
        this.house = house;
        this.parts = parts;
    }

    @GetMapping(path = "/robots.txt", produces = "text/plain;charset=UTF-8")
    String robots() {
        return """
                User-agent: *
                Disallow: /app
                Disallow: /my/
                Disallow: /sign-in
                Disallow: /confirm
                Disallow: /reset

                Sitemap: %s
                """.formatted(house.address("/sitemap.xml"));
    }

    @GetMapping("/sitemap.xml")
    void index(HttpServletResponse response) throws IOException {
        xml(response, writer -> {
            writer.writeStartElement("sitemapindex");
            writer.writeDefaultNamespace(SITEMAPS);
            sitemap(writer, "/sitemap/site/0.xml");
            for (SitemapPart part : house.inUse(parts)) {
                long count = part.count();
                for (long number = 0; number * PAGES < count; number++) {
                    sitemap(writer, "/sitemap/" + part.name() + "/" + number + ".xml");
                }
            }
            writer.writeEndElement();
        });
    }

    @GetMapping("/sitemap/{name:[a-z]+}/{number:\\d{1,6}}.xml")
    void sitemap(@PathVariable String name, @PathVariable int number, HttpServletResponse response) throws IOException {
        if (name.equals("site") && number == 0) {
            xml(response, writer -> {
                start(writer);
                for (Language language : house.languages()) {
                    url(writer, new SitemapPart.Page("", null), language);
                }
                writer.writeEndElement();
            });
            return;
        }
        SitemapPart part = house.inUse(parts).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
        List<SitemapPart.Page> pages = part.pages((long) number * PAGES, PAGES);
        xml(response, writer -> {
            start(writer);
            for (SitemapPart.Page page : pages) {
                for (Language language : house.languages()) {
                    url(writer, page, language);
                }
            }
            writer.writeEndElement();
        });
    }

    private static void start(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement("urlset");
        writer.writeDefaultNamespace(SITEMAPS);
        writer.writeNamespace("xhtml", XHTML);
    }

    private void sitemap(XMLStreamWriter writer, String path) throws XMLStreamException {
        writer.writeStartElement("sitemap");
        element(writer, "loc", house.address(path));
        writer.writeEndElement();
    }

    private void url(XMLStreamWriter writer, SitemapPart.Page page, Language language) throws XMLStreamException {
        writer.writeStartElement("url");
        element(writer, "loc", address(language, page.path()));
        Instant changed = page.changed();
        if (changed != null) {
            element(writer, "lastmod", changed.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        for (Language other : house.languages()) {
            writer.writeEmptyElement("xhtml", "link", XHTML);
            writer.writeAttribute("rel", "alternate");
            writer.writeAttribute("hreflang", other.code());
            writer.writeAttribute("href", address(other, page.path()));
        }
        writer.writeEndElement();
    }

    private String address(Language language, String path) {
        return house.address("/" + language.code() + path);
    }

    private static void element(XMLStreamWriter writer, String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }

    /** Written by the request's own thread: those that work beside requests are few, and a slow reader would keep one from its work. */
    private static void xml(HttpServletResponse response, Content content) throws IOException {
        response.setContentType(MediaType.APPLICATION_XML_VALUE);
        try {
            XMLStreamWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(response.getOutputStream(), "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            content.write(writer);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    @FunctionalInterface
    private interface Content {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }
}
