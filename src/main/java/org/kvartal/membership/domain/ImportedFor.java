package org.kvartal.membership.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kvartal.imports.ImportMemory;
import org.springframework.stereotype.Component;

/** Finds the organisation that a cell of the table of people means: by what the table of associations called it, else by its number in a register. */
@Component
class ImportedFor {

    private static final Pattern SPACING = Pattern.compile("[\\s./\\-–№#]");

    private final ImportMemory memory;
    private final MemberMatches matches;

    ImportedFor(ImportMemory memory, MemberMatches matches) {
        this.memory = memory;
        this.matches = matches;
    }

    /** By the cell; cells that mean nobody, or could mean several, are left out. */
    Map<String, UUID> of(Collection<String> cells) {
        Map<String, UUID> found = new HashMap<>(memory.made(AssociationsImport.NAME, cells));
        Map<String, String> numbers = new HashMap<>();
        for (String cell : cells) {
            String number = SPACING.matcher(cell).replaceAll("").toUpperCase(Locale.ROOT);
            if (!found.containsKey(cell) && number.length() >= 3) {
                numbers.put(cell, number);
            }
        }
        Map<String, Set<UUID>> numbered = matches.numbered(numbers.values());
        numbers.forEach((cell, number) -> {
            Set<UUID> holders = numbered.getOrDefault(number, Set.of());
            if (holders.size() == 1) {
                found.put(cell, holders.iterator().next());
            }
        });
        return found;
    }
}
