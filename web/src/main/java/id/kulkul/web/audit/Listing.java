package id.kulkul.web.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a long list.
 *
 * @param number counted from 1
 * @param all how many rows the whole list has
 */
public record Listing<T>(List<T> rows, int number, int pages, int all) {
    static final int ROWS = 30;

    /** The page that was asked for; any other text means the page of the row that matters. */
    static <T> Listing<T> of(List<T> all, @Nullable String asked, int matters) {
        int pages = Math.max(1, (all.size() + ROWS - 1) / ROWS);
        boolean number = asked != null && asked.matches("[1-9][0-9]{0,6}");
        int page = number ? Integer.parseInt(asked) : Math.max(0, matters) / ROWS + 1;
        int shown = Math.min(pages, page);
        int from = (shown - 1) * ROWS;
        return new Listing<>(
                new ArrayList<>(all.subList(from, Math.min(all.size(), from + ROWS))), shown, pages, all.size());
    }

    /** The same page of what each row stands for. */
    <S> Listing<S> of(Function<? super T, S> each) {
        return new Listing<>(rows.stream().map(each).toList(), number, pages, all);
    }
}
