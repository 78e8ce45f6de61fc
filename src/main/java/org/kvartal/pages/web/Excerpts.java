package org.kvartal.pages.web;

import org.kvartal.kernel.Language;
import org.kvartal.kernel.Markdown;
import org.kvartal.pages.PublishedNews.Piece;

/** The beginnings of news for templates, in a language. */
public record Excerpts(Language language) {

    private static final int LENGTH = 220;

    public String of(Piece piece) {
        return Markdown.excerpt(piece.text().in(language), LENGTH);
    }
}
