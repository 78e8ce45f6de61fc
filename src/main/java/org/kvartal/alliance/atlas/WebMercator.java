package org.kvartal.alliance.atlas;

import org.kvartal.alliance.EntryContent.Coordinates;

/** The projection of web maps, on a square of side 1 whose upper left corner is 0, 0. */
public final class WebMercator {

    private static final double UTMOST = 85;

    private WebMercator() {}

    public static double x(double longitude) {
        return (longitude + 180) / 360;
    }

    public static double y(double latitude) {
        double radians = Math.toRadians(Math.clamp(latitude, -UTMOST, UTMOST));
        return (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2;
    }

    public static double x(Coordinates at) {
        return x(at.longitude());
    }

    public static double y(Coordinates at) {
        return y(at.latitude());
    }
}
