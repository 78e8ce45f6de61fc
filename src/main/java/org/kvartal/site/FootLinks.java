package org.kvartal.site;

import java.util.List;

/** Links at the foot of every public page to what is there only once somebody has written it. A module above implements this as a bean. */
public interface FootLinks {

    /** What is there now, in its order; asked for every page, and so answered from memory. */
    List<FootLink> links();

    /**
     * @param path below the language prefix
     * @param key the message key of what the link is called
     */
    record FootLink(String path, String key) {}
}
