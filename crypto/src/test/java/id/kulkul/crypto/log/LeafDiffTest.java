package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeafDiffTest {

    /** A letter is a leaf, a dash an event that has none. */
    @ParameterizedTest
    @CsvSource({
        "abc,axc,1,event-altered",
        "abc,xbc,0,event-altered",
        "abc,a-c,1,event-altered",
        "abc,ac,1,event-missing",
        "abc,bc,0,event-missing",
        "abc,a,1,event-missing",
        "abc,'',0,event-missing",
        "abc,ab,2,event-missing",
        "abc,axbc,1,event-inserted",
        "abc,a-bc,1,event-inserted",
        "abc,acb,1,event-moved",
        "abc,cba,0,event-moved"
    })
    void the_first_difference_is_found_and_named(String signed, String found, int offset, String reason) {
        assertThat(LeafDiff.offset(leaves(signed), found(found))).isEqualTo(offset);
        assertThat(LeafDiff.reason(leaves(signed), found(found), offset)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"abc,abc", "abc,abcd", "'',''", "'',a"})
    void what_was_signed_is_there_whatever_comes_after_it(String signed, String found) {
        assertThat(LeafDiff.offset(leaves(signed), found(found))).isEqualTo(signed.length());
    }

    private static List<Digest> leaves(String letters) {
        return letters.chars()
                .mapToObj(letter -> Digest.sha256(new byte[] {(byte) letter}))
                .toList();
    }

    private static List<@Nullable Digest> found(String letters) {
        List<@Nullable Digest> found = new ArrayList<>(leaves(letters));
        for (int i = 0; i < letters.length(); i++) if (letters.charAt(i) == '-') found.set(i, null);
        return found;
    }
}
