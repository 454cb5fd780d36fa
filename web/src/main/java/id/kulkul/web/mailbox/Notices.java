package id.kulkul.web.mailbox;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.vault.Reporter;
import id.kulkul.query.casework.ClockRow;
import id.kulkul.query.casework.ItemRow;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.web.channel.Looked;
import id.kulkul.web.channel.ServerKeys;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a reporter's browser how their report stands: a message of the system itself, signed by the key of the
 * protected log.
 */
@Component
class Notices {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int HOUR = 3600;
    private static final int LONGEST_COUNT = 10;

    /**
     * What a notice says, in codes that the page has words for.
     *
     * @param looked who was given something of the report, and when
     * @param older how many openings had no room among those
     * @param messages how many messages of the office there are
     * @param objectUntil the last day on which the reporter may object, as ISO 8601 writes it; empty where nothing is
     *     refused
     * @param nextSeq the number that the reporter's next item must carry
     * @param last the digest of the reporter's last item, hex
     * @param seen the digest of the office's last message, hex; empty if there is none
     * @param readers the people who may still read the case, hex
     */
    @JsonPropertyOrder({"v", "stage", "clocks", "looked", "older", "messages", "mayReply", "objectUntil"})
    record Text(
            int v,
            String stage,
            List<Line> clocks,
            List<Looked.Count> looked,
            int older,
            long messages,
            boolean mayReply,
            String objectUntil,
            long nextSeq,
            String last,
            String seen,
            List<String> readers,
            List<Long> talk) {}

    private static final int MOST_TALK = 100;

    /**
     * One legal day: the clock's code and how long it runs, as {@code MONTHS.3}, the day as ISO 8601 writes it, and how
     * it stands.
     */
    record Line(String clock, String length, String day, String status) {}

    private final ServerKeys keys;
    private final Clock clock;

    Notices(ServerKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Seals the state for the reporter alone; its sequence is the hour in which it was made. */
    Parcel of(MailboxRow row, Reporter reporter) {
        Sealing sealing = row.sealing();
        Context context = new Context(
                Kind.MSG_TO_REPORTER,
                sealing.tenant(),
                sealing.channel(),
                row.report().value(),
                UUID.randomUUID(),
                sealing.epoch(),
                clock.instant().getEpochSecond() / HOUR);
        return Seal.signed(
                context,
                Draft.of(Draft.SYSTEM_NOTICE, body(row)),
                keys.log(LogName.WBS).ed25519(),
                new Recipients(sealing.manifest(), sealing.group(), List.of(reporter.sealing())),
                Origin.SERVER);
    }

    /** Never more than one message holds: who looked is told more coarsely before anything else is left out. */
    private static byte[] body(MailboxRow row) {
        int rest = JSON.writeValueAsBytes(text(row, Looked.NEVER)).length + LONGEST_COUNT;
        return JSON.writeValueAsBytes(
                text(row, Looked.within(Math.min(Looked.ROOM, Reply.ROOM - rest), row.openings())));
    }

    private static Text text(MailboxRow row, Looked looked) {
        return new Text(
                1,
                row.stage().name(),
                row.clocks().stream().map(Notices::line).toList(),
                looked.counts(),
                looked.older(),
                row.messages().stream().filter(item -> !item.fromReporter()).count(),
                row.mayReply(),
                row.objectUntil() == null ? "" : row.objectUntil().toString(),
                row.nextSeq(),
                row.lastOwnItem().hex(),
                row.lastOfficeItem() == null ? "" : row.lastOfficeItem().hex(),
                row.sealing().recipients().stream().map(Hex16::of).toList(),
                talk(row.messages()));
    }

    /** The hours since 1970 of the newest messages, the oldest first, those of the reporter negative. */
    private static List<Long> talk(List<ItemRow> messages) {
        return messages.subList(Math.max(0, messages.size() - MOST_TALK), messages.size()).stream()
                .map(item -> item.hour().getEpochSecond() / HOUR * (item.fromReporter() ? -1 : 1))
                .toList();
    }

    private static Line line(ClockRow row) {
        return new Line(
                row.due().clock(),
                row.due().why().unit() + "." + row.due().why().value(),
                row.due().lastDay().toString(),
                row.state().name().toUpperCase(Locale.ROOT));
    }
}
