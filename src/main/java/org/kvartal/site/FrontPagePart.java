package org.kvartal.site;

import java.util.Map;
import org.kvartal.kernel.Language;

/** A part of the front page that a module above contributes: what happens now in its field. */
public interface FrontPagePart {

    /** Parts are shown in ascending order. */
    int order();

    /** What the part shows, told briefly: changes whenever its content does, read in one cheap query. */
    String version();

    /** The Thymeleaf template and fragment that show the part, such as {@code discussions/front :: newest}. */
    String fragment();

    /** What the fragment shows, read in a constant number of queries, as any visitor may see it. Names begin with the module's. */
    Map<String, Object> model(Language language);
}
