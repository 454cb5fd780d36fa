package id.kulkul.query.report;

import id.kulkul.query.casework.InboxCard;
import id.kulkul.query.casework.OpenCases;
import java.util.List;
import java.util.UUID;

/**
 * The reports on a person's desk that nobody has looked through, in the order in which they came.
 *
 * @param cut whether there may be more, because only the {@value OpenCases#MOST} open cases that came first are known
 *     here
 */
public record Untouched(List<Card> cards, boolean cut) {
    /**
     * One report.
     *
     * @param readers who may read it today
     * @param proposed whether it waits in a proposal to be set aside
     */
    public record Card(InboxCard card, List<UUID> readers, boolean proposed) {}
}
