package org.kvartal.files;

/** Addresses of files, as they may be written into texts: who follows one is asked for their rights anew. */
public final class FilePages {

    /** All files begin here. */
    public static final String FILES = "/files";

    private FilePages() {}

    /** A file as it is kept; a picture at most 2560 pixels wide and high. */
    public static String file(FileId id) {
        return FILES + "/" + id;
    }

    /** A picture for lists, at most 640 pixels wide and high. */
    public static String small(FileId id) {
        return FILES + "/" + id + "/small";
    }
}
