package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.MerkleProofs;
import id.kulkul.crypto.log.SignedCheckpoint;
import id.kulkul.crypto.receipt.Receipt;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Read models are disposable: what is lost or unreadable is built anew before the first page, one option builds all
 * anew, and they say the same.
 *
 * <p>A program of its own: its files are lost, damaged and put back.
 */
@Tag("page")
@Tag("store")
class RebuildIT {
    private static final String TABLES =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT GLOB '*_each_*' AND name <> 'token'";
    private static final Pattern ANEW = Pattern.compile("The read models were built anew from ([0-9]+) events");

    private static final Pattern CASE = Pattern.compile("/kerja/kasus/([0-9a-f]{32})");

    private static final Map<String, String> LACKS = Map.of(
            "events.db", "; the history has ", "vault.db", " rows of the vault that the history needs are missing");

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
        assertThat(before.get("card_past")).hasSizeGreaterThan(5);
        garble(models);
        try (Packaged program = new Packaged(home, "--kulkul.demo=true")) {
            assertThat(Files.readString(program.output())).containsPattern(ANEW);
            program.stop();
        }
        assertThat(documents(models)).isEqualTo(before);
        change(models, "DELETE FROM card");
        Files.delete(home.resolveSibling("home.out"));
        try (Packaged program = new Packaged(home, "--kulkul.demo=true", "--kulkul.rebuild=true")) {
            assertThat(await(program, ANEW)).isGreaterThan(50);
            program.stop();
        }
        assertThat(documents(models)).isEqualTo(before);
    }

    @Test
    void an_older_copy_is_neither_served_nor_signed_until_its_loss_is_declared() throws Exception {
        Path home = Told.copy(temporary.resolve("older"));
        String lostCase;
        Path newest = temporary.resolve("newest");
        String lost;
        try (Packaged program = new Packaged(home, "--kulkul.demo=true", "--kulkul.marks.wbs=1s")) {
            String before = checkpoint(program);
            lostCase = found(
                    CASE,
                    Colleague.signIn(program, "pemeriksa-1").door.get("/kerja").text());
            assertThat(Submitted.to(program)).isNotNull();
            Patience.until("a further checkpoint", () -> !checkpoint(program).equals(before));
            lost = checkpoint(program);
            program.stop();
        }
        Files.move(home.resolve("data"), newest);
        assertOneBadStoreEndsTheStart(home, newest);
        Told.copyData(home);
        change(home.resolve("data/vault.db"), "DELETE FROM vault WHERE hex(owner) = upper('" + lostCase + "')");
        String sentence = refusal(home);
        assertThat(sentence)
                .contains("the log wbs has", "rows of the vault", "Nothing was signed or removed")
                .doesNotContain("\tat ");
        assertThat(refusal(home, "--kulkul.restored=00000000")).contains("the log wbs has");
        String code = sentence.replaceAll("(?s).*--kulkul.restored=([0-9a-f]{8})\\..*", "$1");
        try (Packaged program =
                new Packaged(home, "--kulkul.demo=true", "--kulkul.restored=" + code, "--kulkul.marks.wbs=1s")) {
            String restored = checkpoint(program);
            String origin = restored.lines().findFirst().orElseThrow();
            String successor = origin.endsWith("/2") ? origin : origin + "/2";
            assertThat(new Door(program, "").get("/").text()).contains("Kehilangan dinyatakan", "log wbs", successor);
            assertThat(new Door(program, "").get("/?lang=en").text()).contains("A loss was declared");
            assertLossesAreTold(program, lostCase);
            assertThat(new Door(program, "")
                            .report("category", "bribery", "body", "Cerita rekaan")
                            .status())
                    .isEqualTo(200);
            Patience.until("it signs again, in an origin of its own", () -> checkpoint(program)
                    .startsWith(successor + "\n"));
            String closed = new Door(program, "").get("/log/wbs/1/checkpoint").text();
            assertThat(size(closed)).isLessThan(size(lost));
            assertThat(closed).startsWith(successor.replaceAll("/2$", "\n"));
            assertThat(new Door(program, "").get("/log/wbs/2/checkpoint").text())
                    .startsWith(successor);
            assertThat(new Door(program, "").get("/log/wbs/3/checkpoint").status())
                    .isEqualTo(404);
            assertThat(continues(program, closed, checkpoint(program))).isTrue();
            assertThat(new Door(program, "")
                            .get("/log/open/checkpoint")
                            .text()
                            .lines()
                            .findFirst())
                    .contains(successor.replace("/wbs/2", "/open"));
            program.stop();
        }
        FileSystemUtils.deleteRecursively(home.resolve("data"));
        Files.move(newest, home.resolve("data"));
        assertThat(refusal(home, "--kulkul.restored=" + code)).contains("These stores are not the newest");
    }

    private static void assertOneBadStoreEndsTheStart(Path home, Path newest) throws Exception {
        Path old = Files.createDirectories(temporary.resolve("old"));
        Told.copyData(old);
        for (String store : List.of("events.db", "vault.db")) {
            Path copy = old.resolve("data").resolve(store);
            String missing = onlySentence(
                    home, newest, store, file -> Files.copy(copy, file, StandardCopyOption.REPLACE_EXISTING));
            assertThat(missing).startsWith("These stores are not the newest: ").contains(LACKS.get(store));
            assertThat(onlySentence(home, newest, store, RebuildIT::garble))
                    .startsWith("The store ")
                    .contains(store + " is damaged: ");
        }
    }

    private interface Harm {
        void to(Path file) throws IOException;
    }

    /** What a start says on the newest data, but for the harm that was done to one store, before it ends with 1. */
    private static String onlySentence(Path home, Path newest, String store, Harm harm) throws Exception {
        FileSystemUtils.copyRecursively(newest, home.resolve("data"));
        harm.to(home.resolve("data").resolve(store));
        Path said = home.resolveSibling(home.getFileName() + ".out");
        Files.delete(said);
        assertThat(refusal(home)).startsWith("The program ended at its start with 1: ");
        FileSystemUtils.deleteRecursively(home.resolve("data"));
        List<String> sentences = Files.readAllLines(said).stream()
                .filter(line -> !line.isBlank() && !line.contains(" INFO "))
                .toList();
        assertThat(sentences).hasSize(1);
        return sentences.getFirst();
    }

    /** Whoever reported is told, by the same words whether the mailbox is empty or not. */
    private static void assertReportersAreTold(Packaged program) {
        Door anybody = new Door(program, "");
        String words = "kantor ini menyatakan kehilangan sebagian data";
        assertThat(anybody.get("/").text()).contains("Sebagian laporan mungkin hilang", words);
        assertThat(anybody.get("/lapor").text()).contains(words);
        assertThat(anybody.get("/kotak").text()).contains(words);
        Door.Answer empty = anybody.fields("/kotak", "receipt", Receipt.random().digits());
        assertThat(empty.text()).contains(words);
    }

    private static void assertLossesAreTold(Packaged program, String lost) throws Exception {
        assertReportersAreTold(program);
        Door auditor = Colleague.signIn(program, "auditor").door;
        assertThat(auditor.get("/audit").text())
                .containsPattern("Kehilangan dinyatakan [^<]*: log wbs pernah ditandatangani sampai")
                .containsPattern("Kehilangan dinyatakan [^<]*: [1-9][0-9]* baris brankas dan 0 isi tersegel")
                .contains("Salinan yang lebih lama dipasang kembali");
        assertThat(auditor.get("/audit?lang=en").text())
                .containsPattern("A loss was declared [^<]*: the log wbs had been signed up to")
                .contains("rows of the vault and 0 sealed contents");
        assertThat(auditor.get("/audit/kasus/" + lost).status()).isEqualTo(200);
        Door reader = Colleague.signIn(program, "pemeriksa-1").door;
        Door.Answer gone = reader.get("/kerja/kasus/" + lost);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.code()).isEqualTo("staff/contents-lost");
        assertThat(reader.send(reader.request("/kerja/kasus/" + lost).header("Accept", "text/html"))
                        .text())
                .contains("Kunci kasus ini hilang", "staff/contents-lost");
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static long size(String note) {
        return Long.parseLong(note.lines().toList().get(1));
    }

    private static boolean continues(Packaged program, String first, String second) throws Exception {
        var one = SignedCheckpoint.parse(first).checkpoint();
        var two = SignedCheckpoint.parse(second).checkpoint();
        String path = new Door(program, "")
                .get("/log/wbs/konsistensi/" + one.size() + "/" + two.size())
                .text();
        var hashes = Pattern.compile("[0-9a-f]{64}").matcher(path).results().map(hash -> Digest.parse(hash.group()));
        return MerkleProofs.consistent(one.size(), one.root(), two.size(), two.root(), hashes.toList());
    }

    private static String checkpoint(Packaged program) {
        return new Door(program, "").get("/log/wbs/checkpoint").text();
    }

    private static String refusal(Path home, String... options) {
        List<String> all = new ArrayList<>(List.of("--kulkul.demo=true"));
        all.addAll(List.of(options));
        Throwable refused = catchThrowable(() -> new Packaged(home, all.toArray(String[]::new)).close());
        return String.valueOf(refused.getMessage());
    }

    private static void garble(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] noise = new byte[(int) bytes.length() / 2 - 8192];
            new Random(7).nextBytes(noise);
            bytes.seek(8192);
            bytes.write(noise);
        }
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
            while (rows.next())
                documents.add(rows.getLong(1) + " " + HexFormat.of().formatHex(rows.getBytes(2)));
        }
        return documents;
    }
}
