package org.kvartal.site;

import java.util.Map;
import org.kvartal.kernel.Language;

/** A part of the front page that a module above contributes: what happens now in its field. */
public interface FrontPagePart {

    /** Parts are shown in ascending order. */
    int order();

    /** The Thymeleaf fragment that shows the part, such as {@code discussions/front :: newest}. */
    String fragment();

    /** What the fragment shows, read in a constant number of queries, as any visitor may see it. */
    Map<String, Object> model(Language language);
}
