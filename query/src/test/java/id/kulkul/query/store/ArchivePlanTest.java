package id.kulkul.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.Archives;
import id.kulkul.query.casework.Card;
import id.kulkul.query.casework.CaseworkQuery.Archive;
import id.kulkul.query.casework.Discretions;
import id.kulkul.query.staff.Posts;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive grows without end: a page of it is read in its order from where it begins, and nothing is sorted. */
class ArchivePlanTest {
    private final List<Where> asked = new ArrayList<>();

    /** Takes down what is walked. */
    private final ReadStore store = (ReadStore) Proxy.newProxyInstance(
            ReadStore.class.getClassLoader(), new Class<?>[] {ReadStore.class}, (proxy, method, given) -> {
                if (method.getName().equals("walk")) asked.add((Where) given[1]);
                return method.getName().equals("one") ? Optional.empty() : null;
            });

    @Test
    void a_page_is_walked_along_the_index_of_closed_cases(@TempDir Path folder) throws SQLException {
        var archives = new Archives(store, new Posts(store), new Discretions(Map.of()));
        for (var held : List.of(true, false))
            archives.answer(new Archive(new UUID(1, 1), new Position(Long.MAX_VALUE), held, null));
        assertThat(asked).hasSize(2);
        try (var link = Link.anew(folder.resolve("read.db"))) {
            for (var table : SqlText.tables(Card.SHELF)) link.execute(table);
            for (var where : asked)
                assertThat(plan(link, where))
                        .contains("SEARCH card USING INDEX card_by_closed")
                        .doesNotContain("TEMP B-TREE", "SCAN");
        }
    }

    private static String plan(Link link, Where where) throws SQLException {
        var steps = new StringBuilder();
        try (var rows = link.query("EXPLAIN QUERY PLAN " + SqlText.select(Card.SHELF, where), SqlText.values(where))) {
            while (rows.next()) steps.append(rows.getString(4)).append('\n');
        }
        return steps.toString();
    }
}
