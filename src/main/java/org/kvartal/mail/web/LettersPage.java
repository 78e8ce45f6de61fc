package org.kvartal.mail.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.mail.CaughtLetters;
import org.kvartal.mail.LetterServers;
import org.kvartal.mail.MailPages;
import org.kvartal.mail.domain.CaughtLetter;
import org.kvartal.mail.domain.LetterCatcher;
import org.kvartal.mail.domain.NoMailServer;
import org.kvartal.site.OnlyHere;
import org.kvartal.site.PublicPage;
import org.kvartal.site.SitePages;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows the letters that the built-in catcher caught. They hold links that open accounts, so that only somebody at this very
 * computer may see them; for everybody else the page does not exist.
 */
@Controller
@Conditional(NoMailServer.class)
@RequestMapping(SitePages.LANGUAGE + MailPages.LETTERS)
class LettersPage implements CaughtLetters {

    private static final int SHOWN = 100;

    /** A letter is somebody's page: it may be looked at and its links followed, by a click and in a page of their own, no more. */
    private static final String SANDBOX =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    private final LetterCatcher catcher;
    private final Wording wording;
    private final Messages messages;
    private final House house;
    private final LetterServers servers;
    private final OnlyHere onlyHere;

    LettersPage(
            LetterCatcher catcher,
            Wording wording,
            Messages messages,
            House house,
            LetterServers servers,
            OnlyHere onlyHere) {
        this.catcher = catcher;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
        this.servers = servers;
        this.onlyHere = onlyHere;
    }

    /** A line of the list. */
    record Line(String path, String subject, String recipient, String when, String exactly) {}

    /** A piece of a plain text: words, or an address to follow. */
    record Piece(String text, boolean isAddress) {}

    @ModelAttribute
    void onlyHere(HttpServletRequest request) {
        if (!areShownTo(request)) {
            throw new NotFound();
        }
    }

    @GetMapping
    String list(@PathVariable Language language, Model page) {
        page.addAttribute(
                "page",
                PublicPage.unlisted(language, MailPages.LETTERS, messages.text(language, "mail.letters.title")));
        page.addAttribute(
                "letters",
                catcher.newest(SHOWN).stream()
                        .map(letter -> line(letter, language))
                        .toList());
        return "mail/letters";
    }

    @GetMapping("/{id}")
    String letter(@PathVariable Language language, @PathVariable UUID id, Model page) {
        CaughtLetter.Opened opened = catcher.open(id).orElseThrow(NotFound::new);
        page.addAttribute(
                "page",
                PublicPage.unlisted(
                        language, MailPages.LETTERS + "/" + id, opened.letter().subject()));
        page.addAttribute("letter", line(opened.letter(), language));
        page.addAttribute("written", opened.language().code());
        page.addAttribute("text", pieces(opened.text()));
        return "mail/caught";
    }

    @GetMapping("/{id}/page")
    ResponseEntity<String> page(@PathVariable UUID id) {
        CaughtLetter.Opened opened = catcher.open(id).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(inPageOfTheirOwn(opened.html()));
    }

    private Line line(CaughtLetter letter, Language language) {
        return new Line(
                "/" + language.code() + MailPages.LETTERS + "/" + letter.id(),
                letter.subject(),
                letter.recipient(),
                wording.when(letter.caughtAt(), language, house.zone()),
                letter.caughtAt().toString());
    }

    @Override
    public boolean areShownTo(HttpServletRequest request) {
        return servers.keepsLetters() && onlyHere.sent(request);
    }

    /** The sandbox lets links open new pages only. */
    private static String inPageOfTheirOwn(String html) {
        return html.replaceFirst("(?i)<head[^>]*>", "$0<base target=\"_blank\">");
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher addresses = ADDRESS.matcher(text);
        int from = 0;
        for (MatchResult address : addresses.results().toList()) {
            pieces.add(new Piece(text.substring(from, address.start()), false));
            pieces.add(new Piece(address.group(), true));
            from = address.end();
        }
        pieces.add(new Piece(text.substring(from), false));
        return Collections.unmodifiableList(pieces);
    }
}
