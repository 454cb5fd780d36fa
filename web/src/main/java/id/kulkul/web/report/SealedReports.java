package id.kulkul.web.report;

import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.seal.BadKey;
import id.kulkul.crypto.seal.CaseIds;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.VerifyingKey;
import id.kulkul.crypto.vault.Reporter;
import id.kulkul.web.channel.ArrivedItem;
import id.kulkul.web.channel.ArrivedItem.Irregular;
import id.kulkul.web.channel.ArrivedItem.Wire;
import id.kulkul.web.channel.Office;
import id.kulkul.web.channel.SentAhead;
import id.kulkul.web.page.Refused;
import id.kulkul.web.upload.Attachments;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads sealed reports as they travel and lets through only what the readers will be able to open and nobody else. */
@Component
class SealedReports {
    private static final int MOST_ITEMS = 2 + Attachments.MOST;
    private static final int LOOKUP = 32;

    /** A report that may be stored, and for whom it is sealed. */
    record Arrived(Submission submission, Sealing readers) {}

    /**
     * As it travels.
     *
     * @param report 32 hex digits: the id that follows from the two public keys and the nonce
     * @param nonce 16 random bytes as 32 hex digits
     * @param exclude people, or {@code head}
     * @param items the body, attachments, at most one identity, in the order of their sequence
     * @param lookup the receipt's look-up key, {@code sealing} and {@code signing} its public keys, base64url
     * @param signature over the items, base64url
     */
    record Sent(
            @Nullable String report,
            @Nullable String nonce,
            @Nullable String category,
            List<String> exclude,
            List<Wire> items,
            @Nullable String lookup,
            @Nullable String sealing,
            @Nullable String signing,
            @Nullable String signature) {
        /** A missing list is an empty one; a list that holds nothing somewhere is none. */
        Sent {
            exclude = exclude == null ? List.of() : List.copyOf(exclude);
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    private final SentAhead ahead;
    private final JsonMapper json;

    SealedReports(SentAhead ahead, JsonMapper json) {
        this.ahead = ahead;
        this.json = json;
    }

    /** Fails with a {@link Refused} whose code says what the sender can do. */
    Arrived read(byte[] body, Office office, List<String> categories) {
        try {
            Sent sent = json.readValue(body, Sent.class);
            if (sent == null) throw new Irregular();
            if (!categories.contains(text(sent.category()))) throw refused("category-missing");
            return read(sent, office, group(sent, office));
        } catch (Irregular | BadKey | JacksonException | IllegalArgumentException irregular) {
            throw refused("broken-submission");
        }
    }

    private static int group(Sent sent, Office office) {
        var excluded = new LinkedHashSet<>(sent.exclude());
        if (!office.knows(excluded)) throw refused("unknown-reader");
        return office.group(excluded).orElseThrow(() -> refused("no-reader-left"));
    }

    private Arrived read(Sent sent, Office office, int group) throws Irregular {
        Reporter reporter = reporter(sent);
        UUID report = reporter.caseId();
        UUID nonce = Hex16.parse(text(sent.nonce()));
        if (!CaseIds.of(office.manifest().tenant(), reporter.keysDigest(), nonce)
                .equals(report)) throw refused("wrong-id");
        List<ArrivedItem> items = items(sent.items(), report, office, group);
        byte[] lookup = bytes(sent.lookup());
        byte[] signature = bytes(sent.signature());
        List<ItemHeader> headers = items.stream().map(ArrivedItem::header).toList();
        boolean signed = SubmitSignature.verify(reporter.signing(), ItemHeader.subject(headers), signature);
        if (lookup.length != LOOKUP || !signed) throw new Irregular();
        return new Arrived(submission(sent, nonce, items, reporter, lookup, signature), office.sealing(group));
    }

    private static Reporter reporter(Sent sent) throws BadKey {
        return new Reporter(
                Hex16.parse(text(sent.report())),
                Recipient.of(bytes(sent.sealing())),
                VerifyingKey.of(bytes(sent.signing())));
    }

    private static Submission submission(
            Sent sent, UUID nonce, List<ArrivedItem> items, Reporter reporter, byte[] lookup, byte[] signature) {
        return new Submission(
                text(sent.category()),
                nonce,
                items.stream().map(ArrivedItem::item).toList(),
                List.of(),
                items.stream()
                        .filter(item -> item.header().context().kind() != Kind.ATTACHMENT)
                        .map(ArrivedItem::blob)
                        .toList(),
                reporter,
                lookup,
                signature);
    }

    private List<ArrivedItem> items(List<Wire> wires, UUID report, Office office, int group) throws Irregular {
        if (wires.isEmpty() || wires.size() > MOST_ITEMS) throw new Irregular();
        List<ArrivedItem> items = new ArrayList<>();
        for (Wire wire : wires) items.add(item(wire, items.size(), report, office, group));
        if (!isOneReport(items.stream().map(item -> item.header().context()).toList())) throw new Irregular();
        return items;
    }

    /** One text first, as many attachments as the form takes, at most one identity, and no number twice. */
    private static boolean isOneReport(List<Context> items) {
        List<Kind> kinds = items.stream().map(Context::kind).toList();
        return kinds.indexOf(Kind.REPORT_BODY) == 0
                && Collections.frequency(kinds, Kind.REPORT_BODY) == 1
                && Collections.frequency(kinds, Kind.ATTACHMENT) <= Attachments.MOST
                && Collections.frequency(kinds, Kind.IDENTITY) <= 1
                && items.stream().map(Context::item).distinct().count() == items.size();
    }

    private ArrivedItem item(Wire wire, int place, UUID report, Office office, int group) throws Irregular {
        ItemHeader header = ArrivedItem.header(wire);
        if (!header.manifest().equals(office.digest())) throw new Refused(HttpStatus.CONFLICT, "report/other-list");
        Sealing sealing = office.sealing(group);
        List<Recipient> readers = office.manifest().audience(group).recipients();
        if (header.context().seq() != place) throw new Irregular();
        return switch (header.context().kind()) {
            case REPORT_BODY -> ArrivedItem.direct(wire, Kind.REPORT_BODY, report, sealing, readers);
            case ATTACHMENT ->
                ahead.read(wire, report, sealing, readers).orElseThrow(() -> refused("attachment-missing"));
            case IDENTITY ->
                ArrivedItem.shared(wire, report, sealing, office.manifest().holders());
            default -> throw new Irregular();
        };
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }

    private static byte[] bytes(@Nullable String sent) {
        return Base64.getUrlDecoder().decode(text(sent));
    }

    private static Refused refused(String code) {
        return SealedReportController.refused(HttpStatus.UNPROCESSABLE_CONTENT, code);
    }
}
