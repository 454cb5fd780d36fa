package id.kulkul.query.report;

import id.kulkul.command.report.ReportAct;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportStage;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.query.casework.ClockRow;
import id.kulkul.query.casework.ItemRow;
import id.kulkul.query.casework.OpeningRow;
import id.kulkul.query.casework.StepRow;
import id.kulkul.query.casework.Who;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case as a person who may read it sees it.
 *
 * @param number what people call the case, such as WBS-7K3M-Q2XC
 * @param decisions those of the steps by which the office decided something
 * @param excluded the investigators of the report's own list who may not read it, by the reporter's choice or since a
 *     conflict
 * @param lost who could read it once and may no longer: nothing is sealed for them any more
 * @param reporterKeys SHA-256 of the reporter's public keys
 * @param sealing for whom the next message is sealed: those of the newest item who have not lost access since
 * @param nextSeq the number that this person's next sealed item in the case must carry
 * @param lastOwnItem the digest of this person's last item
 * @param lastReporterItem the digest of the reporter's last item
 */
public record CaseRow(
        ReportId report,
        String number,
        String category,
        ReportStage stage,
        String rules,
        List<ClockRow> clocks,
        List<ItemRow> items,
        List<OpeningRow> openings,
        List<StepRow> steps,
        List<StepRow> decisions,
        List<Who> recipients,
        List<Who> excluded,
        List<UUID> lost,
        Digest reporterKeys,
        Sealing sealing,
        NextAction next,
        List<ReportAct> others,
        long nextSeq,
        @Nullable Digest lastOwnItem,
        @Nullable Digest lastReporterItem) {}
