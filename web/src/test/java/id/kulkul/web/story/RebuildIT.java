package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read models are disposable: what is lost or unreadable is built anew before the first page, one option builds all anew, and they say the same. */
class RebuildIT {
    private static final String TABLES =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'token'";
    private static final Pattern ANEW = Pattern.compile("The read models were built anew from ([0-9]+) events");

    @TempDir
    static Path temporary;

    @Test
    void read_models_that_were_lost_or_spoilt_are_built_anew_and_hold_what_they_held() throws Exception {
        Path home = Told.copy(temporary.resolve("home"));
        Path models = home.resolve("data/read.db");
        Map<String, List<String>> before;
        try (Packaged program = new Packaged(home, "--kulkul.demo=true")) {
            program.stop();
            before = documents(models);
            assertThat(Files.readString(program.output())).doesNotContainPattern(ANEW);
        }
        assertThat(before.get("report_card_past")).hasSizeGreaterThan(5);
        change(models, "PRAGMA user_version=0");
        try (Packaged program = new Packaged(home, "--kulkul.demo=true")) {
            assertThat(Files.readString(program.output())).containsPattern(ANEW);
            program.stop();
        }
        assertThat(documents(models)).isEqualTo(before);
        change(models, "DELETE FROM report_card");
        Files.delete(home.resolveSibling("home.out"));
        try (Packaged program = new Packaged(home, "--kulkul.demo=true", "--kulkul.rebuild=true")) {
            assertThat(await(program, ANEW)).isGreaterThan(50);
            program.stop();
        }
        assertThat(documents(models)).isEqualTo(before);
    }

    private static void change(Path file, String sql) throws SQLException {
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long await(Packaged program, Pattern words) throws Exception {
        for (int i = 0; i < 300; i++) {
            Matcher said = words.matcher(Files.readString(program.output()));
            if (said.find()) return Long.parseLong(said.group(1));
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("The program did not say: " + words);
    }

    private static Map<String, List<String>> documents(Path file) throws SQLException {
        Map<String, List<String>> documents = new TreeMap<>();
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement tables = open.createStatement();
                ResultSet names = tables.executeQuery(TABLES)) {
            while (names.next()) documents.put(names.getString(1), documents(open, names.getString(1)));
        }
        return documents;
    }

    private static List<String> documents(Connection open, String table) throws SQLException {
        List<String> documents = new ArrayList<>();
        try (Statement statement = open.createStatement();
                ResultSet rows = statement.executeQuery("SELECT from_position, doc FROM " + table + " ORDER BY 1, 2")) {
            while (rows.next()) documents.add(rows.getLong(1) + " " + rows.getString(2));
        }
        return documents;
    }
}
