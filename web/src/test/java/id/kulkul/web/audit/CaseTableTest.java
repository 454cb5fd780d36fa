package id.kulkul.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseTableTest {
    @Test
    void every_cell_comes_back_as_it_was() {
        assertThat(CaseTable.of(List.of("a", "b"), Stream.of(List.of("satu, dua", "kata \"rekaan\""))))
                .isEqualTo("a,b\r\n\"satu, dua\",\"kata \"\"rekaan\"\"\"\r\n");
    }

    @Test
    void no_cell_is_a_formula() {
        for (String typed : List.of("=1+1", "+1", "-1", "@A1"))
            assertThat(table(typed)).isEqualTo("a\r\n'" + typed + "\r\n");
        assertThat(table("Pos;=1+1; -2")).isEqualTo("a\r\nPos;'=1+1; '-2\r\n");
        assertThat(table("\n=1")).isEqualTo("a\r\n\"\n'=1\"\r\n");
    }

    private static String table(String cell) {
        return CaseTable.of(List.of("a"), Stream.of(List.of(cell)));
    }
}
