package org.kvartal.kernel;

/**
 * A colour by how light, how strong and of which hue people see it, which is what lets one be darkened and stay itself.
 *
 * @see <a href="https://bottosson.github.io/posts/oklab/">A perceptual color space for image processing</a>
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>
 */
record Shade(double lightness, double chroma, double hue) {

    private static final double NEARLY = 1e-4;

    static Shade of(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        double red = linear((rgb >> 16 & 0xff) / 255d);
        double green = linear((rgb >> 8 & 0xff) / 255d);
        double blue = linear((rgb & 0xff) / 255d);
        double l = Math.cbrt(.4122214708 * red + .5363325363 * green + .0514459929 * blue);
        double m = Math.cbrt(.2119034982 * red + .6806995451 * green + .1073969566 * blue);
        double s = Math.cbrt(.0883024619 * red + .2817188376 * green + .6299787005 * blue);
        double a = 1.9779984951 * l - 2.4285922050 * m + .4505937099 * s;
        double b = .0259040371 * l + .7827717662 * m - .8086757660 * s;
        return new Shade(
                .2104542553 * l + .7936177850 * m - .0040720468 * s,
                Math.hypot(a, b),
                Math.toDegrees(Math.atan2(b, a)));
    }

    Shade lighter(double by) {
        return new Shade(Math.clamp(lightness + by, 0, 1), chroma, hue);
    }

    /** This, step by step lighter or darker until it stands out so much from the other. */
    Shade until(double step, Shade other, double contrast) {
        Shade shade = this;
        while (shade.contrast(other) < contrast && shade.lightness + step >= 0 && shade.lightness + step <= 1) {
            shade = shade.lighter(step);
        }
        return shade;
    }

    /** From 1, where both are the same, to 21; counted from what a screen shows. */
    double contrast(Shade other) {
        double mine = luminance();
        double theirs = other.luminance();
        return (Math.max(mine, theirs) + .05) / (Math.min(mine, theirs) + .05);
    }

    /** As a screen shows it: as strong as it can be at this lightness. */
    String hex() {
        int[] shown = shown();
        return "#%02x%02x%02x".formatted(shown[0], shown[1], shown[2]);
    }

    private double luminance() {
        int[] shown = shown();
        return .2126 * linear(shown[0] / 255d) + .7152 * linear(shown[1] / 255d) + .0722 * linear(shown[2] / 255d);
    }

    private int[] shown() {
        double weakest = 0;
        double strongest = chroma;
        double[] rgb = light(strongest);
        if (!fits(rgb)) {
            while (strongest - weakest > NEARLY) {
                double middle = (weakest + strongest) / 2;
                if (fits(light(middle))) {
                    weakest = middle;
                } else {
                    strongest = middle;
                }
            }
            rgb = light(weakest);
        }
        return new int[] {screen(rgb[0]), screen(rgb[1]), screen(rgb[2])};
    }

    private double[] light(double strength) {
        double a = strength * Math.cos(Math.toRadians(hue));
        double b = strength * Math.sin(Math.toRadians(hue));
        double l = cube(lightness + .3963377774 * a + .2158037573 * b);
        double m = cube(lightness - .1055613458 * a - .0638541728 * b);
        double s = cube(lightness - .0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + .2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - .3413193965 * s,
            -.0041960863 * l - .7034186147 * m + 1.7076147010 * s
        };
    }

    private static boolean fits(double[] rgb) {
        for (double part : rgb) {
            if (part < -NEARLY || part > 1 + NEARLY) {
                return false;
            }
        }
        return true;
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static double linear(double part) {
        return part <= .04045 ? part / 12.92 : Math.pow((part + .055) / 1.055, 2.4);
    }

    private static int screen(double part) {
        double clamped = Math.clamp(part, 0, 1);
        return (int) Math.round(
                255 * (clamped <= .0031308 ? 12.92 * clamped : 1.055 * Math.pow(clamped, 1 / 2.4) - .055));
    }
}
