package id.kulkul.query.report;

import java.util.List;

/**
 * One case as it was known at a moment: references and acts, never what was written.
 *
 * @param code the coded reason, outcome or authority of the stage; empty if it had none
 * @param excluded who must not read it
 * @param openings who had been given which item, the oldest first
 */
public record PastCase(
        PastCard card, String code, List<Who> excluded, List<PastItem> items, List<OpeningRow> openings) {}
