package org.kvartal.files;

import java.util.UUID;

/**
 * What a file belongs to. Since a draft's id becomes the id of the post, a file uploaded into a draft needs no new owner later.
 *
 * @param module the module that owns the object and answers {@link FileAccess} for it
 * @param object the object's id
 */
public record FileOwner(String module, UUID object) {}
