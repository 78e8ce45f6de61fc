package org.kvartal.press;

import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** A line of the list of contents that readers show beside a document. */
public record Bookmark(PDOutlineItem item) {}
