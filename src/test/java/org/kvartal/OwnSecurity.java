package org.kvartal;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Whoever signs in by {@link SecurityContextHolder} is signed in to the house under test. Each house that starts in this JVM takes the
 * holder for itself, and one from the cache of contexts would look for its reader in a place of its own.
 */
public class OwnSecurity extends AbstractTestExecutionListener {

    /** Before the tests' users sign in, which is at 10 000. */
    @Override
    public int getOrder() {
        return 9_000;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext()
                    .getBeanProvider(SecurityContextHolderStrategy.class)
                    .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
        }
    }
}
