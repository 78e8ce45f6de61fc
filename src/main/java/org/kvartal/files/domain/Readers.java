package org.kvartal.files.domain;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kvartal.files.FileAccess;
import org.kvartal.files.FileOwner;
import org.kvartal.kernel.Asker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the modules that own files who may read them. Nobody may read what no module answers for. */
@Component
class Readers {

    private final ObjectProvider<FileAccess> modules;

    /** The modules are asked for late: they may themselves need {@link org.kvartal.files.Files}. */
    Readers(ObjectProvider<FileAccess> modules) {
        this.modules = modules;
    }

    enum Answer {
        /** Everybody may read it. */
        PUBLIC,
        /** The asker may, others may not. */
        PERMITTED,
        DENIED
    }

    Answer answer(FileOwner owner, Asker asker) {
        FileAccess module = byName().get(owner.module());
        if (module == null) {
            return Answer.DENIED;
        }
        if (module.mayRead(Asker.guest(), owner.object())) {
            return Answer.PUBLIC;
        }
        return !(asker instanceof Asker.Guest) && module.mayRead(asker, owner.object())
                ? Answer.PERMITTED
                : Answer.DENIED;
    }

    Collection<FileAccess> all() {
        return byName().values();
    }

    private Map<String, FileAccess> byName() {
        return modules.stream().collect(Collectors.toMap(FileAccess::module, Function.identity()));
    }
}
