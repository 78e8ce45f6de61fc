package org.kvartal.alliance.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Directory.MapMark;
import org.kvartal.alliance.Directory.MapView;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.DirectoryFilter.Box;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a map shows: points one by one while they are few, else cells of a grid. */
@Component
class MapReads {

    /** The side of a cell in pixels of a web map: two marks stay apart. */
    private static final double CELL = 48;

    private static final double WORLD = 256;
    private static final int DEEPEST = 19;

    private final JdbcClient jdbc;
    private final Narrowings narrowings;

    MapReads(JdbcClient jdbc, Narrowings narrowings) {
        this.jdbc = jdbc;
        this.narrowings = narrowings;
    }

    MapView read(DirectoryFilter filter, int zoom) {
        Narrowing narrowing = narrowings.of(filter);
        record Count(long entries, long placed, long points) {}
        Count count = narrowing
                .bind(jdbc.sql("""
                        SELECT count(DISTINCT e.id) AS entries, count(DISTINCT q.entry) AS placed, count(q.entry) AS points
                          FROM entry e
                          LEFT JOIN entry_point q ON q.entry = e.id AND %s
                         WHERE %s""".formatted(inBox(filter.box()), narrowing.whole())))
                .query((row, _) -> new Count(row.getLong("entries"), row.getLong("placed"), row.getLong("points")))
                .single();
        List<MapMark> marks =
                count.points <= Directory.MOST_POINTS ? singles(narrowing, filter) : cells(narrowing, filter, zoom);
        return new MapView(marks, count.points, count.entries - count.placed);
    }

    /** An entry may have locations outside the box too. */
    private static String inBox(@Nullable Box box) {
        if (box == null) {
            return "true";
        }
        return "q.latitude BETWEEN :south AND :north AND "
                + (box.west() < box.east()
                        ? "q.longitude BETWEEN :west AND :east"
                        : "(q.longitude >= :west OR q.longitude <= :east)");
    }

    private List<MapMark> singles(Narrowing narrowing, DirectoryFilter filter) {
        return new ArrayList<>(narrowing
                .bind(jdbc.sql("""
                        SELECT e.id, e.slug, e.kind, e.content -> 'names' AS names, q.latitude, q.longitude
                          FROM entry e
                          JOIN entry_point q ON q.entry = e.id AND %s
                         WHERE %s
                         ORDER BY e.id, q.number""".formatted(inBox(filter.box()), narrowing.whole())))
                .query((row, _) -> single(row))
                .list());
    }

    /**
     * @see <a href="https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames">Slippy map tilenames: the web maps' Mercator projection</a>
     */
    private List<MapMark> cells(Narrowing narrowing, DirectoryFilter filter, int zoom) {
        double cells = WORLD * Math.pow(2, Math.clamp(zoom, 0, DEEPEST)) / CELL;
        return new ArrayList<>(narrowing
                .bind(jdbc.sql("""
                        SELECT count(*) AS number, avg(latitude) AS latitude, avg(longitude) AS longitude,
                               (array_agg(id))[1] AS id, (array_agg(slug))[1] AS slug, (array_agg(kind))[1] AS kind,
                               (array_agg(names))[1] AS names
                          FROM (SELECT e.id, e.slug, e.kind, e.content -> 'names' AS names, q.latitude, q.longitude,
                                       floor((q.longitude + 180) / 360 * :cells) AS x,
                                       floor((1 - asinh(tan(radians(least(greatest(q.latitude, -85), 85)))) / pi()) / 2 * :cells) AS y
                                  FROM entry e
                                  JOIN entry_point q ON q.entry = e.id AND %s
                                 WHERE %s) placed
                         GROUP BY x, y
                         ORDER BY y, x""".formatted(inBox(filter.box()), narrowing.whole())))
                .param("cells", cells)
                .query((row, _) -> row.getLong("number") == 1
                        ? single(row)
                        : new MapMark.Cluster(coordinates(row), row.getLong("number")))
                .list());
    }

    private static MapMark single(ResultSet row) throws SQLException {
        return new MapMark.Single(
                coordinates(row),
                new EntryId(Columns.id(row, "id")),
                row.getString("slug"),
                EntryKind.valueOf(row.getString("kind")),
                JsonMapper.shared().readValue(row.getString("names"), Names.class));
    }

    private static Coordinates coordinates(ResultSet row) throws SQLException {
        return new Coordinates(row.getDouble("latitude"), row.getDouble("longitude"));
    }
}
