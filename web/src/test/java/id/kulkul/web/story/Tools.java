package id.kulkul.web.story;

import id.kulkul.crypto.keys.KeyFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged offline tools, run as an auditor runs them. */
final class Tools {
    private static final Path JAR = Path.of("..", "crypto", "target", "kulkul-tools.jar");

    /** How it ended and what it printed. */
    record Run(int exit, String output) {}

    private Tools() {}

    /** Verifies an export against the root and the policy of an organisation, and whatever else is given. */
    static Run verify(Path export, Path keys, String... more) throws IOException, InterruptedException {
        String root = KeyFolder.open(keys).root().fingerprint().hex();
        String policy = keys.resolve("policy.txt").toString();
        List<String> arguments =
                new ArrayList<>(List.of("verify", export.toString(), "--root", root, "--policy", policy));
        arguments.addAll(List.of(more));
        return run(arguments);
    }

    /** Runs one of them with its arguments. */
    static Run run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-jar", JAR.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
