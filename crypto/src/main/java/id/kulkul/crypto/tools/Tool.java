package id.kulkul.crypto.tools;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** One of the offline tools. */
@FunctionalInterface
interface Tool {
    /** Runs with the arguments after the tool's name and gives the exit code. */
    int run(List<String> arguments, PrintStream out) throws IOException;
}
