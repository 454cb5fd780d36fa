package id.kulkul.query.casework;

import java.util.List;

/**
 * Cases as they were known at a position, by pile, then by the hour in which they came, then by number.
 *
 * @param cut whether there were more, of which none is listed or counted
 */
public record PastList(List<PastCard> cards, boolean cut) {}
