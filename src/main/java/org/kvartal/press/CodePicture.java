package org.kvartal.press;

/**
 * A code as a drawing for a page: one path of squares, a module being one unit.
 *
 * @param address what a camera reads
 * @param box of the drawing with its quiet zone, as SVG writes it
 */
public record CodePicture(String address, String box, String path) {

    /** So wide must it be around a code. */
    private static final int QUIET = 4;

    public static CodePicture of(String address) {
        QrCode code = QrCode.of(address);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.side(); y++) {
            int begun = -1;
            for (int x = 0; x <= code.side(); x++) {
                boolean dark = x < code.side() && code.dark(x, y);
                if (dark && begun < 0) {
                    begun = x;
                } else if (!dark && begun >= 0) {
                    path.append('M')
                            .append(begun)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - begun);
                    path.append("v1h-").append(x - begun).append('z');
                    begun = -1;
                }
            }
        }
        int whole = code.side() + 2 * QUIET;
        return new CodePicture(address, "-" + QUIET + " -" + QUIET + " " + whole + " " + whole, path.toString());
    }
}
