package id.kulkul.web.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much a home holds: events of reports that somebody caused, rows of the vault, and files of ciphertext, drafts
 * included.
 */
record Footprint(long events, long rows, long blobs) {
    private static final String REPORT_EVENTS = "SELECT count(*) FROM stream s JOIN event e ON e.stream = s.number"
            + " WHERE s.type = 'report' AND e.name <> 'deadline-missed'";

    static Footprint of(Path home) throws IOException, SQLException {
        Path data = home.resolve("data");
        long events = count(data.resolve("events.db"), REPORT_EVENTS);
        long rows = count(data.resolve("vault.db"), "SELECT count(*) FROM vault");
        return new Footprint(events, rows, blobs(data.resolve("blobs")));
    }

    /**
     * By their names, and the waiting ones first: a mark may come meanwhile, at which they are copied into their
     * places.
     */
    private static long blobs(Path folder) throws IOException {
        Set<String> names = names(folder.resolve("waiting"));
        for (Path place : children(folder)) names.addAll(names(place));
        return names.size();
    }

    private static Set<String> names(Path folder) throws IOException {
        return children(folder).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .collect(Collectors.toSet());
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static long count(Path file, String query) throws SQLException {
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = open.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
