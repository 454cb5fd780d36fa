package id.kulkul.web.bench;

import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Keeps a packaged demonstration running for checkers of pages until its own input ends, and says where it is and how
 * its auditor and its investigator are known there: three lines.
 */
final class VisitedPages {
    private VisitedPages() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        try (var program = new Served(Path.of(arguments[1]), home)) {
            System.out.println(program.root());
            for (String name : new String[] {"auditor", "pemeriksa-1"})
                System.out.println(program.sessions(name, 1).getFirst());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
