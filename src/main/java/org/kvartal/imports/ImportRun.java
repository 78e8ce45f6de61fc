package org.kvartal.imports;

import org.kvartal.kernel.Asker;

/**
 * On whose wish a kind is asked to do something.
 *
 * @param by who handed the file over, or pressed the button; their rights count when the rows are brought in, not only before
 */
public record ImportRun(ImportId id, Asker by) {}
