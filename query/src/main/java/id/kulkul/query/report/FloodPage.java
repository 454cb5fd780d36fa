package id.kulkul.query.report;

import id.kulkul.query.casework.InboxCard;
import java.util.List;

/**
 * One proposal with one page of its reports, in the order of their ids.
 *
 * @param cards those that the person may read today
 */
public record FloodPage(FloodRow flood, List<Card> cards, int number, int pages) {
    /**
     * A report of it; {@code back} if somebody has looked into it, or its reporter wrote again, so that it is on the
     * desk all the same.
     */
    public record Card(InboxCard card, boolean back) {}
}
