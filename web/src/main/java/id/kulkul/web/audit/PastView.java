package id.kulkul.web.audit;

import id.kulkul.web.clock.ClockLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of a case's page: what was known at a moment, in the words of a language.
 *
 * @param kind the stored name of the case's aggregate, with which the words of its codes begin
 * @param code the coded reason of the stage, for the message {@code KIND.code.CODE}; empty if it had none
 * @param tone the style of the pile in which the case lay
 * @param holder the post of whoever held it; null for nobody
 * @param readers how many could read: their names would tell whom the reporter left out
 * @param decisions the oldest first
 * @param lost the posts of those who lost access since the report came
 * @param olderItems how many items came before those that are shown
 * @param olderOpenings how many openings came before those that are shown
 */
public record PastView(
        String kind,
        String category,
        String stage,
        String code,
        String pile,
        String tone,
        @Nullable String holder,
        int readers,
        List<Decision> decisions,
        List<String> lost,
        String rules,
        List<ClockLine> clocks,
        List<Item> items,
        int olderItems,
        List<Opening> openings,
        int olderOpenings) {
    /** The reference of an item; {@code readable} if anybody may still read it today. */
    public record Item(
            String id,
            String kind,
            String from,
            String hour,
            String digest,
            String size,
            int openings,
            boolean readable) {}

    /**
     * Who decided what, in which hour.
     *
     * @param event the stored name of its event
     * @param code the coded choice, for the message {@code KIND.code.CODE}; empty if it has none
     * @param noted whether a sealed text explains it to those who may read the case
     */
    public record Decision(String event, String code, String post, String hour, boolean noted) {}

    /** Who was given an item of that kind, in which hour. */
    public record Opening(String post, String kind, String hour) {}
}
