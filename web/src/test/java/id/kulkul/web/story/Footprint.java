package id.kulkul.web.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** How much a home holds: events of reports that somebody caused, rows of the vault, and files of ciphertext, drafts included. */
record Footprint(long events, long rows, long blobs) {
    private static final String REPORT_EVENTS = "SELECT count(*) FROM stream s JOIN event e ON e.stream = s.number"
            + " WHERE s.type = 'report' AND e.name <> 'deadline-missed'";

    static Footprint of(Path home) throws IOException, SQLException {
        Path data = home.resolve("data");
        long events = count(data.resolve("events.db"), REPORT_EVENTS);
        long rows = count(data.resolve("vault.db"), "SELECT count(*) FROM vault");
        try (Stream<Path> files = Files.walk(data.resolve("blobs"))) {
            return new Footprint(
                    events, rows, files.filter(Files::isRegularFile).count());
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
