package id.kulkul.web.demo;

import id.kulkul.command.policy.Policies;
import id.kulkul.command.report.ReportRules;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.KeyFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Prepares the home of a demonstration before anything opens it. */
public final class DemonstrationSide {
    private static final int MONTHS = 5;

    private DemonstrationSide() {}

    /**
     * Makes the fictional organisation in an empty folder of keys; an existing one is left as it is, and a real one
     * refused.
     *
     * @param begun whether the home belongs to an organisation already
     */
    public static void prepare(Path keys, Path home, boolean begun) throws IOException {
        if (KeyFolder.exists(keys)) {
            if (!Accounts.areIn(home)) throw new NotADemonstration(home);
            return;
        }
        if (begun) return; // its keys are lost, which is said where they are asked for
        LocalDate since = LocalDate.now(ZoneOffset.UTC).minusMonths(MONTHS);
        Digest rules = Digest.sha256(
                Policies.inForce(ReportRules.FAMILY, since).version().getBytes(StandardCharsets.UTF_8));
        Accounts.create(keys, home, since.atStartOfDay().toInstant(ZoneOffset.UTC), script(), rules);
    }

    private static Digest script() throws IOException {
        try (InputStream in = DemonstrationSide.class.getResourceAsStream("/static/js/staff.js")) {
            return in == null ? Digest.ZERO : Digest.sha256(in.readAllBytes());
        }
    }
}
