package id.kulkul.web.audit;

import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.keys.Passphrase;
import id.kulkul.crypto.keys.PassphraseKeys;
import id.kulkul.crypto.keys.StaffFile;
import id.kulkul.crypto.log.LogName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipInputStream;

/** The home of the time when senders chose the ids of their reports, and its auditor. */
public final class OldHome {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Somebody signed in. */
    public record Auditor(String server, String cookie) {
        /** A page for people, as text. */
        public String page(String path) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                    .header("Accept", "text/html")
                    .header("Cookie", cookie)
                    .build();
            return CLIENT.send(request, BodyHandlers.ofString()).body();
        }
    }

    private OldHome() {}

    static Auditor signIn(Path home, String port) throws IOException, InterruptedException {
        return signIn(home, port, "auditor");
    }

    /** Signs somebody in by the name of the account. */
    public static Auditor signIn(Path home, String port, String name) throws IOException, InterruptedException {
        String server = "http://127.0.0.1:" + port;
        StaffFile person = KeyFolder.open(home.resolve("keys")).staff().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (PassphraseKeys opened =
                passphrase(home, name).stretched(person.secrets().how())) {
            String proof = "{\"name\":\"%s\",\"auth\":\"%s\"}"
                    .formatted(
                            name,
                            Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(opened.auth().bytes()));
            HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/masuk"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(proof))
                    .build();
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
            return new Auditor(server, cookie.substring(0, cookie.indexOf(';')));
        }
    }

    private static Passphrase passphrase(Path home, String name) throws IOException {
        String line = Files.readAllLines(home.resolve("accounts.txt")).stream()
                .filter(each -> each.startsWith(name + " = "))
                .findFirst()
                .orElseThrow();
        return Passphrase.parse(line.substring(line.indexOf('=') + 2));
    }

    public static void unpack(Path to) throws IOException {
        try (var zip = new ZipInputStream(OldHome.class.getResourceAsStream("/store/free-ids.zip"))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = to.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? path : path.getParent());
                if (!entry.isDirectory()) Files.copy(zip, path);
            }
        }
        List<Path> all;
        try (var files = Files.walk(to)) {
            all = files.toList();
        }
        for (Path path : all) {
            boolean key = path.startsWith(to.resolve("keys")) && Files.isRegularFile(path);
            String rights = Files.isDirectory(path) ? "rwx------" : key ? "r--------" : "rw-------";
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }

    /** The last line of the verdict and how the verifier ended, as somebody without a network has them. */
    static String verified(Path home, LogName log, String exported) throws Exception {
        Path export = home.resolveSibling(log.text() + ".jsonl");
        Files.writeString(export, exported);
        String root = KeyFolder.open(home.resolve("keys"))
                .root()
                .key()
                .rootFingerprint()
                .hex();
        Process verify = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "id.kulkul.crypto.tools.Main",
                        "verify",
                        export.toString(),
                        "--root",
                        root,
                        "--policy",
                        home.resolve("keys/policy.txt").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + "exit " + verify.waitFor();
    }
}
