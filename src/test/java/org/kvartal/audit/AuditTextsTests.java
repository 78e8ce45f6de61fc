package org.kvartal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;

/** Every act that the sources write into the trail can be read there: it has a text in the bundle of the module that writes it. */
class AuditTextsTests {

    private final Messages messages = messages();
    private final WrittenActs written = WrittenActs.inSources();

    @Test
    void theSourcesSayEachActInPlainWords() {
        assertThat(written.unclear())
                .as("an act is a literal, a constant, a choice between such, or a parameter that gets such")
                .isEmpty();
        assertThat(written.acts()).contains("accounts.grant-given", "discussions.post-taken-away");
        assertThat(written.kinds()).contains("accounts.grant", "discussions.post", "membership.place");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyActHasAText(Language language) {
        Set<String> missing = new TreeSet<>();
        for (String act : written.acts()) {
            if (!messages.has(language, "audit." + act)) {
                missing.add("audit." + act);
            }
            String module = "audit.module." + act.substring(0, act.indexOf('.'));
            if (!messages.has(language, module)) {
                missing.add(module);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noTextSpeaksOfAnActThatNothingWrites() {
        List<String> idle = new ArrayList<>();
        for (String key : messages.keys(Language.EN)) {
            if (key.startsWith("audit.")
                    && !key.startsWith("audit.module.")
                    && !key.startsWith("audit.own.")
                    && !written.acts().contains(key.substring(6))) {
                idle.add(key);
            }
        }
        assertThat(idle).isEmpty();
    }

    private static Messages messages() {
        try {
            Constructor<Messages> constructor = Messages.class.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
