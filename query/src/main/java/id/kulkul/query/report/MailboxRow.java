package id.kulkul.query.report;

import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportStage;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.query.casework.ClockRow;
import id.kulkul.query.casework.ItemRow;
import id.kulkul.query.casework.OpeningRow;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One report as its reporter sees it.
 *
 * @param code the coded reason, outcome or authority of the stage, for its fixed phrase; empty if it has none
 * @param clocks the days that the law promises to the reporter
 * @param messages both sides' messages, in the order in which they came
 * @param openings who was given which item, in which hour
 * @param sealing for whom the next message is sealed: those of the newest item who have not lost access since
 * @param nextSeq the number that the reporter's next item must carry
 * @param lastOwnItem the digest of the reporter's last item
 * @param lastOfficeItem the digest of the office's last message
 * @param mayReply whether the report still takes messages
 * @param objectUntil the last day on which the reporter may object to the refusal; null where nothing is refused
 */
public record MailboxRow(
        ReportId report,
        String number,
        ReportStage stage,
        String code,
        List<ClockRow> clocks,
        List<ItemRow> messages,
        List<OpeningRow> openings,
        Sealing sealing,
        long nextSeq,
        Digest lastOwnItem,
        @Nullable Digest lastOfficeItem,
        boolean mayReply,
        @Nullable LocalDate objectUntil) {}
