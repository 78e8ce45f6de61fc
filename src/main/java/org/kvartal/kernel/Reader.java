package org.kvartal.kernel;

import java.time.ZoneId;

/**
 * Somebody in front of a page: who asks, in which language and by which clock they read.
 *
 * @param asker guest or person
 * @param language the person's own setting, or the browser's best for a guest
 * @param zone the person's own setting, or the house's for a guest
 */
public record Reader(Asker asker, Language language, ZoneId zone) {}
