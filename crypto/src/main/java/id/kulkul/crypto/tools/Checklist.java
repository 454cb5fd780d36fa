package id.kulkul.crypto.tools;

import java.io.PrintStream;

/** Counts what agrees and prints what does not. */
final class Checklist {
    private final PrintStream out;
    private int passed;
    private int failed;

    Checklist(PrintStream out) {
        this.out = out;
    }

    void compare(String what, String stated, String recomputed) {
        if (stated.equals(recomputed)) passed++;
        else fail(what, "the file says " + stated + ", recomputed " + recomputed);
    }

    void fail(String what, String why) {
        failed++;
        out.println("FAILED " + what + ": " + why);
    }

    /** Prints the last line and gives the exit code; a file in which nothing was compared has not passed. */
    int end() {
        if (passed == 0 && failed == 0) fail("file", "there is nothing in it");
        out.println(passed + " passed, " + failed + " failed");
        return failed == 0 ? 0 : 1;
    }
}
