package org.kvartal.accounts.domain;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kvartal.files.FileId;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PersonalData;
import org.kvartal.kernel.PersonalData.Subject;
import org.kvartal.kernel.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes everything that the house keeps about a person into a ZIP: a page to read, a file for programs for each kind of thing, and their files. */
@Component
class CopyWriting {

    private static final int FETCHED_AT_ONCE = 200;

    private final ObjectProvider<PersonalData> modules;
    private final JdbcClient jdbc;
    private final org.kvartal.files.Files files;
    private final CopyDrafts drafts;
    private final Messages messages;
    private final Wording wording;
    private final House house;
    private final TransactionTemplate reading;

    CopyWriting(
            ObjectProvider<PersonalData> modules,
            JdbcClient jdbc,
            org.kvartal.files.Files files,
            CopyDrafts drafts,
            Messages messages,
            Wording wording,
            House house,
            PlatformTransactionManager transactions) {
        this.modules = modules;
        this.jdbc = jdbc;
        this.files = files;
        this.drafts = drafts;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    void write(Path zip, PersonId person, Language language, ZoneId zone) throws IOException {
        Path page = drafts.begin(".html");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            Set<UUID> named = new LinkedHashSet<>();
            try (BufferedWriter html = Files.newBufferedWriter(page)) {
                reading.executeWithoutResult(_ -> {
                    Subject subject = subject(person);
                    CopyPage reader = new CopyPage(html, messages, wording, language, zone);
                    reader.begin(house.name(), subject.name());
                    modules.stream()
                            .sorted(Comparator.comparing(PersonalData::module))
                            .forEach(module ->
                                    module.copy(subject, new Pages(module.module(), subject, packed, reader, named)));
                    reader.end();
                });
            }
            packed.putNextEntry(new ZipEntry("index.html"));
            Files.copy(page, packed);
            packed.closeEntry();
            Map<FileId, StoredFile> cards =
                    files.cards(named.stream().map(FileId::new).toList());
            for (UUID id : named) {
                StoredFile card = cards.get(new FileId(id));
                if (card != null) {
                    pack(packed, card);
                }
            }
        } finally {
            Files.deleteIfExists(page);
        }
    }

    private Subject subject(PersonId person) {
        return jdbc.sql("""
                SELECT p.name, a.address_folded FROM person p LEFT JOIN account a ON a.person = p.id
                 WHERE p.id = :person AND p.erased_at IS NULL
                """)
                .param("person", person.value())
                .query((row, _) -> new Subject(person, row.getString("name"), row.getString("address_folded")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private void pack(ZipOutputStream packed, StoredFile card) throws IOException {
        var content = files.content(card.id(), false);
        if (content.isPresent()) {
            packed.putNextEntry(new ZipEntry(CopyPage.path(card.id().value(), card.name())));
            try (InputStream in = content.get().bytes().getInputStream()) {
                in.transferTo(packed);
            }
            packed.closeEntry();
        }
    }

    /** The pages of one module. */
    private final class Pages implements PersonalData.Copy {

        private final String module;
        private final Subject subject;
        private final ZipOutputStream packed;
        private final CopyPage reader;
        private final Set<UUID> named;

        Pages(String module, Subject subject, ZipOutputStream packed, CopyPage reader, Set<UUID> named) {
            this.module = module;
            this.subject = subject;
            this.packed = packed;
            this.reader = reader;
            this.named = named;
        }

        @Override
        public void rows(String name, String query) {
            try {
                String path = module + "/" + name + ".json";
                packed.putNextEntry(new ZipEntry(path));
                JsonMapper json = JsonMapper.shared();
                try (JsonGenerator out = json.writer()
                        .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .withDefaultPrettyPrinter()
                        .createGenerator(packed)) {
                    out.writeStartArray();
                    reader.open(module + ".own." + name, path);
                    jdbc.sql(query)
                            .param("person", subject.person().value())
                            .param("address", subject.address())
                            .withFetchSize(FETCHED_AT_ONCE)
                            .query(row -> {
                                List<CopyPage.Field> fields = CopyPage.fields(row);
                                out.writeStartObject();
                                for (CopyPage.Field field : fields) {
                                    out.writeName(field.name());
                                    json.writeValue(out, field.value());
                                }
                                out.writeEndObject();
                                reader.row(fields);
                            });
                    reader.close();
                    out.writeEndArray();
                }
                packed.closeEntry();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void file(UUID stored) {
            named.add(stored);
        }
    }
}
