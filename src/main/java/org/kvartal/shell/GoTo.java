package org.kvartal.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The letter that, typed after {@code g}, leads to a view which stands in the rail by {@code @Menu}. Today has h. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GoTo {

    /** One small Latin letter, free in the whole workspace. */
    String value();
}
