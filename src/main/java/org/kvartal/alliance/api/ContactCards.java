package org.kvartal.alliance.api;

import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.wording.Words;

/**
 * Entries as cards for address books, one after the other.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6350">RFC 6350, vCard 4.0</a>
 */
record ContactCards(Words words, EntryTelling telling) implements Rendering<EntryDetail> {

    @Override
    public void write(OutputStream out, Iterator<List<EntryDetail>> stretches, @Nullable String next)
            throws IOException {
        // Not closed where something fails: what is cut off must not look whole.
        OutputStreamWriter text =
                new OutputStreamWriter(new FoldedLines(new BufferedOutputStream(out)), StandardCharsets.UTF_8);
        VCardWriter cards = new VCardWriter(text, VCardVersion.V4_0);
        cards.setAddProdId(false);
        // The library counts letters where the standard counts bytes.
        cards.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
        while (stretches.hasNext()) {
            for (EntryDetail entry : stretches.next()) {
                cards.write(new ContactCard(entry, words, telling).card());
            }
        }
        cards.flush();
    }
}
