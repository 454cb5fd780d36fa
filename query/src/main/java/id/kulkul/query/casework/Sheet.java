package id.kulkul.query.casework;

import java.util.List;

/**
 * One page of a list that may be long.
 *
 * @param number counted from 1; a page beyond the last is the last
 * @param from where the page begins in the whole list
 * @param all how many rows the whole list has
 */
public record Sheet<T>(List<T> rows, int number, int pages, int from, int all) {
    private static final int ROWS = 50;

    /** The page that was asked for, or the nearest. */
    public static <T> Sheet<T> of(List<T> all, int asked) {
        var pages = Math.max(1, (all.size() + ROWS - 1) / ROWS);
        var number = Math.clamp(asked, 1, pages);
        var from = (number - 1) * ROWS;
        var rows = List.copyOf(all.subList(from, Math.min(all.size(), from + ROWS)));
        return new Sheet<>(rows, number, pages, from, all.size());
    }

    /** The page on which that place of a list is. */
    static int of(int place) {
        return place / ROWS + 1;
    }
}
