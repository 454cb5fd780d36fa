package id.kulkul.crypto.tools;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs one of the offline tools, which need neither a server nor its trust. */
public final class Main {
    private static final int MISUSED = 64;
    private static final int FAILED = 1;
    private static final Map<String, Tool> TOOLS = new TreeMap<>(Map.of(
            "keys", Keys::run,
            "submit", Submit::run,
            "vectors", Vectors::run,
            "verify", (arguments, out) -> Verify.run(arguments, out, System.err)));

    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int code = run(List.of(arguments), out);
        out.flush();
        System.exit(code);
    }

    static int run(List<String> arguments, PrintStream out) {
        var tool = arguments.isEmpty() ? null : TOOLS.get(arguments.getFirst());
        if (tool == null) {
            out.println("Usage: kulkul-tools " + String.join(" | ", TOOLS.keySet()) + " ...");
            return MISUSED;
        }
        try {
            return tool.run(arguments.subList(1, arguments.size()), out);
        } catch (IOException e) {
            out.println(Sentences.of(e));
            return FAILED;
        }
    }
}
