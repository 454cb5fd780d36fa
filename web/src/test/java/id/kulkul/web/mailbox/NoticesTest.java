package id.kulkul.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.policy.Due;
import id.kulkul.command.policy.LegalBasis;
import id.kulkul.command.policy.Unit;
import id.kulkul.command.policy.Why;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportStage;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Opening;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.vault.Reporter;
import id.kulkul.query.casework.ClockRow;
import id.kulkul.query.casework.OpeningRow;
import id.kulkul.query.casework.Who;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.web.channel.ServerKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * However often and by whomever a report was opened, its reporter is told the state: the notice always fits one
 * message.
 */
class NoticesTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<UUID> READERS =
            IntStream.range(0, 5).mapToObj(reader -> new UUID(1, reader)).toList();
    private static final ReportId REPORT = new ReportId(new UUID(3, 3));

    @TempDir
    private Path temporary;

    private final OpeningKey opens = OpeningKey.random();
    private final Reporter reporter =
            new Reporter(REPORT.value(), opens.recipient(), SigningKey.random().verifying());
    private ServerKeys keys;

    @BeforeEach
    void create() throws Exception {
        KeyFolder.create(temporary.resolve("keys"));
        keys = ServerKeys.of(temporary.resolve("keys"));
    }

    @Test
    void sixty_openings_by_posts_of_120_characters_fit() throws Exception {
        assertThat(told(60)).isEqualTo(60);
    }

    @Test
    void five_thousand_openings_fit() throws Exception {
        assertThat(told(5_000)).isEqualTo(5_000);
    }

    /** How many openings the opened notice speaks of. */
    private int told(int openings) throws Exception {
        var parcel = new Notices(keys, Clock.systemUTC()).of(row(openings), reporter);
        var inner = Opening.openSigned(parcel.header(), parcel.item().stanzas().getFirst(), parcel.blob(), opens)
                .by(keys.log(LogName.WBS).ed25519().verifying());
        JsonNode notice = new JsonMapper().readTree(inner.body());
        assertThat(notice.get("clocks")).hasSize(7);
        assertThat(notice.get("readers")).hasSize(5);
        int told = notice.get("older").asInt();
        for (JsonNode count : notice.get("looked")) told += count.get("times").asInt();
        return told;
    }

    private static MailboxRow row(int openings) {
        return new MailboxRow(
                REPORT,
                "WBS-1",
                ReportStage.INVESTIGATING,
                "",
                IntStream.range(0, 7).mapToObj(NoticesTest::clock).toList(),
                List.of(),
                IntStream.range(0, openings).mapToObj(NoticesTest::opening).toList(),
                new Sealing(new UUID(4, 4), new UUID(5, 5), 1, Digest.ZERO, 0, READERS, 2, 2),
                12,
                Digest.sha256(),
                Digest.sha256(),
                true,
                LocalDate.EPOCH);
    }

    private static ClockRow clock(int n) {
        var why = new Why(
                "report-submitted",
                BEGIN,
                BEGIN,
                n,
                Unit.WORKING_DAYS,
                false,
                new LegalBasis("Target sendiri", "Own target", true),
                List.of(),
                List.of(),
                "1",
                "1",
                true);
        var due = new Due("acknowledge-target", true, true, BEGIN, null, null, why);
        return new ClockRow(due, Due.State.DONE_LATE, n);
    }

    private static OpeningRow opening(int n) {
        var reader = new Who(READERS.get(n % 5), "Pemeriksa " + n % 5 + " Bidang " + "P".repeat(101));
        return new OpeningRow(new UUID(2, n), Kind.REPORT_BODY, reader, BEGIN.plus(Duration.ofHours(n)));
    }
}
