package org.kvartal.files.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kvartal.files.FileAccess;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the modules that own files who may read them. Nobody may read what no module answers for. */
@Component
class Readers {

    private final House house;
    private final ObjectProvider<FileAccess> modules;

    /** The modules are asked for late: they may themselves need {@link org.kvartal.files.Files}. */
    Readers(House house, ObjectProvider<FileAccess> modules) {
        this.house = house;
        this.modules = modules;
    }

    enum Answer {
        /** Everybody may read it. */
        PUBLIC,
        /** The asker may, others may not. */
        PERMITTED,
        DENIED
    }

    Answer answer(StoredFile file, Asker asker) {
        return answers(file.owner(), Set.of(file.id()), asker).getOrDefault(file.id(), Answer.DENIED);
    }

    /** For files of one object. */
    Map<FileId, Answer> answers(FileOwner owner, Set<FileId> files, Asker asker) {
        Map<FileId, Answer> answers = new HashMap<>();
        FileAccess module = byName().get(owner.module());
        if (module != null && house.uses(module.getClass())) {
            Set<FileId> open = module.readable(Asker.guest(), owner.object(), files);
            Set<FileId> others = new HashSet<>(files);
            others.removeAll(open);
            if (!others.isEmpty() && !(asker instanceof Asker.Guest)) {
                module.readable(asker, owner.object(), others).forEach(file -> answers.put(file, Answer.PERMITTED));
            }
            open.forEach(file -> answers.put(file, Answer.PUBLIC));
        }
        answers.keySet().retainAll(files);
        files.forEach(file -> answers.putIfAbsent(file, Answer.DENIED));
        return answers;
    }

    Collection<FileAccess> all() {
        return byName().values();
    }

    private Map<String, FileAccess> byName() {
        return modules.stream().collect(Collectors.toMap(FileAccess::module, Function.identity()));
    }
}
