package id.kulkul.web.story;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.receipt.FormSecret;
import id.kulkul.crypto.seal.CaseIds;
import id.kulkul.crypto.vault.Reporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The case that a form without script becomes, as anybody can work it out who has the form. */
final class FormCase {
    /** What somebody typed who would have to type it again. */
    static final String TEXT = "Laporan rekaan yang tidak boleh hilang.";

    /** The fields of a form that is taken as it is. */
    static final String[] WHOLE = {"category", "corruption", "body", TEXT};

    private FormCase() {}

    /** A secret of a form of its own. */
    static String secret() {
        return FormSecret.random().text();
    }

    /** The id of its case; typed are category, text, name, contact and whoever is excluded. */
    static String of(Packaged program, String secret, String... typed) {
        var chosen = FormSecret.parse(secret).with(List.of(typed));
        try (var receipt = chosen.receipt();
                var keys = receipt.keys()) {
            var tenant = KeyFolder.open(program.keys())
                    .manifests()
                    .getLast()
                    .manifest()
                    .tenant();
            var reporter = Reporter.keysDigest(
                    keys.opening().recipient(), keys.signing().verifying());
            return Hex16.of(CaseIds.of(tenant, reporter, chosen.nonce()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
