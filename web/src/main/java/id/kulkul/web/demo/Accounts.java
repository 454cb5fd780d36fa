package id.kulkul.web.demo;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Enrolment;
import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.log.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** The fictional staff of the demonstration and their passphrases, which only a demonstration may write down. */
final class Accounts {
    private static final String FILE = "accounts.txt";
    private static final long HOUR = 3600;
    private static final String[][] STAFF = {
        {"pemeriksa-1", "investigator", "Pemeriksa Pertama (rekaan)"},
        {"pemeriksa-2", "investigator", "Pemeriksa Kedua (rekaan)"},
        {"penerima-luar", "outside", "Penerima di Luar (rekaan)"},
        {"penjaga-1", "custodian", "Penjaga Identitas Pertama (rekaan)"},
        {"penjaga-2", "custodian", "Penjaga Identitas Kedua (rekaan)"},
        {"penjaga-3", "custodian", "Penjaga Identitas Ketiga (rekaan)"},
        {"auditor", "auditor", "Auditor (rekaan)"},
        {"administrator", "administrator", "Administrator (rekaan)"},
    };

    private Accounts() {}

    /**
     * Makes the organisation of a demonstration in an empty folder of keys, and writes its passphrases beside the data;
     * the keys take their place last, so that whatever ends this half way is made anew by the next start.
     */
    static void create(Path keys, Path home, Instant since, Digest bundle, Digest rules) throws IOException {
        Path unfinished = keys.resolveSibling(keys.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.deleteIfExists(home.resolve(FILE));
        KeyFolder folder = KeyFolder.create(unfinished);
        StringBuilder text = new StringBuilder();
        for (String[] person : STAFF) {
            Enrolment enrolment = folder.enrol(person[0], person[1], person[2]);
            enrolment.bundle().close();
            text.append(person[0])
                    .append(" = ")
                    .append(enrolment.passphrase().text())
                    .append('\n');
        }
        folder.sign(2, since.getEpochSecond() / HOUR, bundle, rules);
        SecretFile.write(home.resolve(FILE), text.toString());
        Files.move(unfinished, keys, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether a home is that of a demonstration. */
    static boolean areIn(Path home) {
        return Files.isRegularFile(home.resolve(FILE));
    }

    /** The passphrases by sign-in name. */
    static Map<String, String> read(Path home) throws IOException {
        Map<String, String> accounts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(home.resolve(FILE))) {
            String[] parts = line.split(" = ", 2);
            accounts.put(parts[0], parts[1]);
        }
        return accounts;
    }
}
