package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read models are disposable: one option builds them anew, and they say the same. */
class RebuildIT {
    private static final String TABLES =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";

    @TempDir
    static Path temporary;

    @Test
    void read_models_that_were_lost_are_built_anew_and_hold_what_they_held() throws Exception {
        Path home = Told.copy(temporary.resolve("home"));
        Path models = home.resolve("data/read.db");
        Map<String, Long> before;
        long events;
        try (Packaged program = new Packaged(home, "--kulkul.demo=true")) {
            program.stop();
            before = rows(models);
            events = Objects.requireNonNull(rows(home.resolve("data/events.db")).get("event"));
        }
        assertThat(before.get("report_card")).isGreaterThan(5);
        for (String part : List.of("", "-wal", "-shm")) Files.deleteIfExists(Path.of(models + part));
        try (Packaged program = new Packaged(home, "--kulkul.demo=true", "--kulkul.rebuild=true")) {
            assertThat(await(program, Pattern.compile("The read models were built anew from ([0-9]+) events")))
                    .isGreaterThanOrEqualTo(events);
            program.stop();
        }
        assertThat(rows(models)).isEqualTo(before);
    }

    private static long await(Packaged program, Pattern words) throws Exception {
        for (int i = 0; i < 300; i++) {
            Matcher said = words.matcher(Files.readString(program.output()));
            if (said.find()) return Long.parseLong(said.group(1));
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("The program did not say: " + words);
    }

    private static Map<String, Long> rows(Path file) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement tables = open.createStatement();
                ResultSet names = tables.executeQuery(TABLES)) {
            while (names.next()) rows.put(names.getString(1), count(open, names.getString(1)));
        }
        return rows;
    }

    private static long count(Connection open, String table) throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet answer = statement.executeQuery("SELECT count(*) FROM " + table)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
