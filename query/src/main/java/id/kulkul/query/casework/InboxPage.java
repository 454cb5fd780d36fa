package id.kulkul.query.casework;

import java.util.List;

/**
 * One page of the open cases of one person, each in exactly one pile; everything is counted for that person alone.
 *
 * @param piles every pile of open cases in its order, those without a case too
 * @param number counted from 1
 * @param all how many cases all pages list
 * @param cut whether there are more, which no page lists: only the {@value OpenCases#MOST} that came first are
 * @param other how many cases are in the other place: set aside, if these are on the desk
 * @param untouched how many of this place nobody has looked into, listed or not
 */
public record InboxPage(List<Heap> piles, int number, int pages, int all, boolean cut, int other, int untouched) {
    /**
     * A pile.
     *
     * @param count how many cases of it all pages list
     * @param page on which page it begins, or would
     * @param cards those of this page, the most urgent first
     */
    public record Heap(Pile pile, int count, int page, List<InboxCard> cards) {}
}
