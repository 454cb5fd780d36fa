package id.kulkul.query.casework;

import java.util.List;

/**
 * One case as it was known at a moment: references and acts, never what was written.
 *
 * @param code the coded reason, outcome or authority of the stage; empty if it had none
 * @param decisions who decided what, the oldest first; a note that explains one is told by its reference alone
 * @param lost who could read it and may no longer; whom the reporter left out is told to readers only
 * @param openings who had been given which item, the oldest first
 */
public record PastCase(
        PastCard card,
        String code,
        List<StepRow> decisions,
        List<Who> lost,
        List<PastItem> items,
        List<OpeningRow> openings) {}
