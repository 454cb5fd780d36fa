package id.kulkul.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.receipt.FormSecret;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.Kek;
import id.kulkul.crypto.vault.Reporter;
import id.kulkul.crypto.vault.VaultKeys;
import id.kulkul.web.channel.FixedOffice;
import id.kulkul.web.channel.Office;
import id.kulkul.web.page.Refused;
import id.kulkul.web.store.RunningStores;
import id.kulkul.web.upload.NotedBlobs;
import id.kulkul.web.upload.SealingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionKeeperTest {
    private final Office office = FixedOffice.office();
    private final NotedBlobs blobs = new NotedBlobs();
    private RunningStores stores;
    private CaseVault vault;
    private SubmissionKeeper keeper;
    private final String secret = FormSecret.random().text();

    @BeforeEach
    void open(@TempDir Path data) throws IOException, SQLException {
        stores = RunningStores.open(data);
        var keys = new VaultKeys(new Kek(1, SymmetricKey.random()), SymmetricKey.random());
        vault = new CaseVault(office.manifest().tenant(), keys, stores.vault());
        keeper = new SubmissionKeeper(blobs, vault);
    }

    @AfterEach
    void close() throws SQLException {
        stores.close();
    }

    private ReportForm form() {
        ReportForm form = new ReportForm();
        form.take("secret", secret);
        form.take("category", "bribery");
        form.take("body", "Cerita rekaan");
        return form;
    }

    /** A form of this secret with one file, sealed; each time anew, as a form that is sent again is. */
    private Submission submission() throws IOException {
        ReportForm form = form();
        Context context = office.context(
                Kind.ATTACHMENT, form.named(office.manifest().tenant()).report(), UUID.randomUUID(), 1);
        try (SealingFile file = new SealingFile(context, "a.txt", "", blobs.draft())) {
            file.take("isi".getBytes(StandardCharsets.UTF_8));
            return ServerSealing.of(form, List.of(file.finish()), office, 0);
        }
    }

    /** As if the file had been sent ahead to the other door, which the report then names. */
    private Submission ahead(Submission with) throws IOException {
        with.drafts().getFirst().keep();
        return new Submission(
                with.category(),
                with.nonce(),
                with.items(),
                List.of(),
                with.blobs(),
                with.reporter(),
                with.lookup(),
                with.signature());
    }

    private void takeLookup() {
        try (Receipt receipt = form().named(office.manifest().tenant()).receipt();
                ReceiptKeys mine = receipt.keys();
                Receipt another = Receipt.random();
                ReceiptKeys others = another.keys()) {
            var other = new Reporter(
                    UUID.randomUUID(),
                    others.opening().recipient(),
                    others.signing().verifying());
            vault.open(other, mine.lookup(), List.of());
        }
    }

    /** Otherwise each attempt would leave its files, and none would be counted. */
    @Test
    void nothing_is_kept_of_a_report_whose_look_up_key_is_anothers() throws IOException {
        takeLookup();
        Submission submission = submission();
        assertThatThrownBy(() -> keeper.keep(submission))
                .isInstanceOf(Refused.class)
                .hasMessage("report/broken-submission");
        assertThat(blobs.kept).isEmpty();
    }

    @Test
    void naming_what_was_sent_ahead_in_a_report_that_is_refused_does_not_save_it() throws IOException {
        takeLookup();
        Submission submission = ahead(submission());
        assertThatThrownBy(() -> keeper.keep(submission)).isInstanceOf(Refused.class);
        assertThat(blobs.claimed).isEmpty();
        assertThat(blobs.kept).hasSize(1);
    }

    @Test
    void nothing_is_kept_of_a_report_with_an_item_of_another_case() throws IOException {
        Submission submission = submission();
        try (Receipt another = Receipt.random();
                ReceiptKeys others = another.keys()) {
            var other = new Reporter(
                    UUID.randomUUID(),
                    others.opening().recipient(),
                    others.signing().verifying());
            vault.open(other, others.lookup(), List.of(submission.items().getLast()));
        }
        assertThatThrownBy(() -> keeper.keep(submission)).hasMessage("report/broken-submission");
        assertThat(blobs.kept).isEmpty();
    }

    @Test
    void a_whole_report_is_kept_with_what_was_sent_ahead_and_again_when_it_was_interrupted() throws IOException {
        Submission submission = ahead(submission());
        for (int attempt = 0; attempt < 2; attempt++) {
            keeper.keep(submission);
            assertThat(vault.byReceipt(submission.lookup())).contains(submission.reporter());
        }
        keeper.keep(submission());
        assertThat(blobs.kept).hasSize(4);
        assertThat(blobs.claimed).hasSize(3);
    }
}
