package org.kvartal.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A house's colour, and the shades of it that can be read: on the light pages it is darkened and on the dark ones lightened until what stands on it, and what
 * is written in it, has the contrast that WCAG asks for.
 *
 * @see "Decision record 0160, a house's colour is made legible"
 */
public final class Accent {

    /** What text needs (WCAG 2.2, 1.4.3), with a little to spare for the washes that lie between. */
    static final double TEXT = 4.6;

    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    /** The darkest and the lightest ground of base.css that words stand on: --sunken in light, --raised in dark, and --on-accent of both. */
    static final Shade LIGHT_GROUND = new Shade(.958, .007, 80);

    static final Shade DARK_GROUND = new Shade(.225, .011, 60);
    static final Shade ON_LIGHT = new Shade(.994, .003, 80);
    static final Shade ON_DARK = new Shade(.17, .02, 45);

    private static final double STEP = .005;
    private static final double DEEPER = .06;

    private final String hex;
    private final Shade light;
    private final Shade lightInk;
    private final Shade dark;
    private final Shade darkInk;

    private Accent(String hex) {
        this.hex = hex;
        Shade chosen = Shade.of(hex);
        light = chosen.until(-STEP, ON_LIGHT, TEXT);
        lightInk = light.until(-STEP, LIGHT_GROUND, TEXT);
        dark = chosen.until(STEP, ON_DARK, TEXT).until(STEP, DARK_GROUND, 3);
        darkInk = dark.until(STEP, DARK_GROUND, TEXT);
    }

    /** The colour of a text such as {@code #d35400}; empty where it is none. */
    public static Optional<Accent> of(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        String hex = text.startsWith("#") ? text : "#" + text;
        return HEX.matcher(hex).matches() ? Optional.of(new Accent(hex)) : Optional.empty();
    }

    /** The colour as it was chosen. */
    public String hex() {
        return hex;
    }

    /** Its shade on light pages. */
    public String light() {
        return light.hex();
    }

    /** Its shade for words on light pages. */
    public String lightInk() {
        return lightInk.hex();
    }

    /** Its shade on dark pages. */
    public String dark() {
        return dark.hex();
    }

    /** Its shade for words on dark pages. */
    public String darkInk() {
        return darkInk.hex();
    }

    /** Whether light pages show a shade that is plainly another than the chosen one. */
    public boolean isDarkened() {
        return Shade.of(hex).lightness() - light.lightness() > .03;
    }

    /** The rules that give base.css this colour. */
    public String style() {
        return """
                :root {
                    --accent: light-dark(%s, %s);
                    --accent-deep: light-dark(%s, %s);
                    --accent-ink: light-dark(%s, %s);
                    --accent-soft: light-dark(%s17, %s24);
                }
                """.formatted(
                        light.hex(),
                        dark.hex(),
                        light.lighter(-DEEPER).hex(),
                        dark.lighter(DEEPER).hex(),
                        lightInk.hex(),
                        darkInk.hex(),
                        light.hex(),
                        dark.hex());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Accent same && hex.equals(same.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    @Override
    public String toString() {
        return hex;
    }
}
