package org.kvartal.files.domain;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.core.io.Resource;

/** Where bytes lie, each content once under its SHA-256: a folder now, the S3 API where many nodes share them. */
interface Shelf {

    /** A folder for what is being received and made; what is left in it after a day is rubbish. */
    Path workbench() throws IOException;

    /** Keeps the content for good before it returns. The file may be moved away; the same content twice is kept once. */
    void put(Hash hash, Path content) throws IOException;

    /** The content, readable in parts. */
    Resource get(Hash hash);

    /** Takes the content away, if it is there. */
    void remove(Hash hash) throws IOException;
}
