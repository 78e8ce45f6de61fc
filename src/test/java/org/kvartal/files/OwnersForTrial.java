package org.kvartal.files;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A module that owns files, and a sign-in, as the tests want them. */
public final class OwnersForTrial implements FileAccess, CurrentReader {

    private final Set<UUID> open = ConcurrentHashMap.newKeySet();
    private final Map<UUID, PersonId> mine = new ConcurrentHashMap<>();
    private final Set<UUID> gone = ConcurrentHashMap.newKeySet();
    private final Set<FileId> left = ConcurrentHashMap.newKeySet();
    private volatile Asker sitting = Asker.guest();

    public FileOwner openToAll() {
        UUID object = Ids.next();
        open.add(object);
        return new FileOwner(module(), object);
    }

    public FileOwner of(PersonId person) {
        UUID object = Ids.next();
        mine.put(object, person);
        return new FileOwner(module(), object);
    }

    public void forget(FileOwner owner) {
        gone.add(owner.object());
    }

    /** Nothing uses the file any more, and nobody reads it. */
    public void leave(FileId file) {
        left.add(file);
    }

    public void close(FileOwner owner) {
        open.remove(owner.object());
    }

    public void sit(Asker asker) {
        sitting = asker;
    }

    @Override
    public String module() {
        return "trial";
    }

    @Override
    public boolean mayRead(Asker asker, UUID object) {
        return open.contains(object)
                || asker.person()
                        .filter(person -> person.equals(mine.get(object)))
                        .isPresent();
    }

    @Override
    public Set<FileId> readable(Asker asker, UUID object, Set<FileId> files) {
        Set<FileId> readable = new HashSet<>(FileAccess.super.readable(asker, object, files));
        readable.removeAll(left);
        return readable;
    }

    @Override
    public Set<FileId> unused(Map<FileId, UUID> files) {
        return left;
    }

    @Override
    public Set<UUID> gone(Set<UUID> objects) {
        return gone;
    }

    @Override
    public Reader get() {
        return new Reader(sitting, Language.EN, ZoneOffset.UTC);
    }

    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {

        @Bean
        OwnersForTrial owners() {
            return new OwnersForTrial();
        }
    }
}
