package id.kulkul.web.story;

import id.kulkul.crypto.keys.KeyFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The packaged offline tools, run as an auditor runs them. */
final class Tools {
    private static final Path JAR = Path.of("..", "crypto", "target", "kulkul-tools.jar");

    /** How it ended and what it printed. */
    record Run(int exit, String output) {}

    private Tools() {}

    /** Verifies an export against the root and the policy of an organisation. */
    static Run verify(Path export, Path keys) throws IOException, InterruptedException {
        String root = KeyFolder.open(keys).root().fingerprint().hex();
        String policy = keys.resolve("policy.txt").toString();
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        JAR.toString(),
                        "verify",
                        export.toString(),
                        "--root",
                        root,
                        "--policy",
                        policy)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
