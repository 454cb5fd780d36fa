package id.kulkul.crypto.seal;

import static id.kulkul.crypto.seal.Samples.reader;
import static id.kulkul.crypto.seal.Samples.stanzaFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaliciousSenderTest {
    private final byte[] plaintext = SealVectorsTest.pattern(20_000);
    private final Samples.SealedFile file = Samples.file(plaintext);

    @Test
    void a_stanza_with_another_key_convicts_the_sender_and_hurts_only_its_reader() throws Exception {
        var header = file.item().header();
        var cheated = reader(1).recipient();
        var info = KeyWrap.stanzaInfo(header.context(), cheated.keyId());
        var wrong = KeyWrap.seal(cheated, info, header.commitment(), Samples.filled(66));
        var stanzas = new ArrayList<>(file.item().stanzas());
        stanzas.replaceAll(stanza -> stanza.keyId().equals(cheated.keyId()) ? wrong : stanza);
        var item = new Samples.SealedFile(new SealedItem(rewritten(header, stanzas), stanzas), file.blob());

        assertThat(item.open(reader(0))).isEqualTo(plaintext);
        assertThat(item.open(reader(2))).isEqualTo(plaintext);
        assertThatThrownBy(() -> item.open(reader(1)))
                .isInstanceOfSatisfying(Inconsistent.class, verdict -> assertThat(verdict.convictsSender())
                        .isTrue());
    }

    @Test
    void a_ciphertext_that_somebody_else_changed_convicts_nobody() {
        for (int at = 0; at < file.blob().length; at += 501) {
            var blob = file.blob().clone();
            blob[at] ^= 1;
            var item = new Samples.SealedFile(file.item(), blob);
            assertThatThrownBy(() -> item.open(reader(1))).isInstanceOf(OpenFailed.class);
        }
    }

    @Test
    void a_reply_that_nobody_signed_is_flagged() throws Exception {
        var forged = message(0, Digest.ZERO, Samples.writer(9));
        var opened = open(forged);
        assertThatThrownBy(() -> opened.by(Samples.writer(1).verifying())).isInstanceOf(ForgedSender.class);
    }

    @Test
    void a_reply_shown_under_another_list_of_recipients_is_flagged() throws Exception {
        var parcel = message(0, Digest.ZERO, Samples.writer(1));
        var header = parcel.header();
        var other = new ItemHeader(
                header.context(),
                header.wrap(),
                Digest.sha256(),
                header.group(),
                header.ctLength(),
                header.ctSha256(),
                header.commitment(),
                0,
                List.of(),
                header.stanzaCount(),
                header.stanzasSha256(),
                header.origin());
        var opened = Opening.openSigned(other, parcel.stanzas().getFirst(), parcel.blob(), reader(0));
        assertThatThrownBy(() -> opened.by(Samples.writer(1).verifying())).isInstanceOf(ForgedSender.class);
    }

    @Test
    void a_reply_moved_to_another_case_does_not_open() {
        var parcel = message(0, Digest.ZERO, Samples.writer(1));
        var moved = parcel.header().encoded();
        moved[5 + 8 + 1 + 16 + 16] ^= 1;
        assertThatThrownBy(() -> Opening.openSigned(
                        ItemHeader.decoded(moved), parcel.stanzas().getFirst(), parcel.blob(), reader(0)))
                .isInstanceOf(OpenFailed.class);
    }

    @Test
    void dropped_and_reordered_messages_are_flagged() throws Exception {
        var first = message(0, Digest.ZERO, Samples.writer(1));
        var second = message(1, first.header().digest(), Samples.writer(1));
        var third = message(2, second.header().digest(), Samples.writer(1));
        assertThat(flaws(first, second, third)).isEmpty();
        assertThat(flaws(first, third)).containsExactly(Chain.Flaw.MISSING_BEFORE);
        assertThat(flaws(second, third)).containsExactly(Chain.Flaw.MISSING_BEFORE);
        assertThat(flaws(first, third, second)).containsExactly(Chain.Flaw.MISSING_BEFORE, Chain.Flaw.OUT_OF_ORDER);
        assertThat(flaws(first, second, second, third)).containsExactly(Chain.Flaw.OUT_OF_ORDER);
    }

    private static List<Chain.Flaw> flaws(Parcel... parcels) throws Exception {
        var chain = new Chain();
        var flaws = new ArrayList<Chain.Flaw>();
        for (var parcel : parcels) {
            var inner = open(parcel).by(Samples.writer(1).verifying());
            chain.next(parcel.header(), inner).ifPresent(flaws::add);
        }
        return flaws;
    }

    private static Unverified open(Parcel parcel) throws OpenFailed, Inconsistent {
        var stanza = stanzaFor(reader(0), parcel.stanzas());
        return Opening.openSigned(parcel.header(), stanza, parcel.blob(), reader(0));
    }

    private static Parcel message(long seq, Digest prev, SigningKey signer) {
        var context =
                new Context(Kind.MSG_TO_REPORTER, Samples.TENANT, Samples.SCOPE, Samples.CASE, Samples.ITEM, 1, seq);
        var draft = Draft.of(Draft.MESSAGE, "Terima kasih.".getBytes(StandardCharsets.UTF_8));
        return Seal.signed(context, draft.after(prev, Digest.ZERO), signer, Samples.audience(1), Origin.SENDER);
    }

    private static ItemHeader rewritten(ItemHeader header, List<Stanza> stanzas) {
        return new ItemHeader(
                header.context(),
                header.wrap(),
                header.manifest(),
                header.group(),
                header.ctLength(),
                header.ctSha256(),
                header.commitment(),
                0,
                List.of(),
                stanzas.size(),
                Stanza.digest(stanzas),
                header.origin());
    }
}
