package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.History;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What one run of the verifier printed and returned. */
record Verified(int exit, List<String> lines, String said) {

    static Verified export(Path directory, List<String> lines, String... options) {
        return export(directory, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8), options);
    }

    static Verified export(Path directory, byte[] content, String... options) {
        try {
            Path file = directory.resolve("export.jsonl");
            Files.write(file, content);
            List<String> arguments = new ArrayList<>(List.of(file.toString()));
            arguments.addAll(List.of(options));
            return run(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under the root and the policy of every {@link History}. */
    static Verified anchored(Path directory, List<String> lines, String... options) {
        return under(History.POLICY, directory, lines, options);
    }

    /** Under the root of every {@link History}, and a policy that one of its lists names. */
    static Verified under(String trusted, Path directory, List<String> lines, String... options) {
        try {
            Path policy = Files.writeString(directory.resolve("policy"), trusted);
            List<String> all = new ArrayList<>(List.of("--policy", policy.toString(), "--root"));
            all.add(History.ROOT.publicKey().rootFingerprint().hex());
            all.addAll(List.of(options));
            return export(directory, lines, all.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Verified run(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Verify.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Verified(
                exit, out.toString(StandardCharsets.UTF_8).lines().toList(), err.toString(StandardCharsets.UTF_8));
    }

    String verdict() {
        return lines.isEmpty() ? "" : lines.getLast();
    }
}
