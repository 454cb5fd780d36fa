package id.kulkul.crypto.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import id.kulkul.crypto.bytes.OpenFailed;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes are one list of recipients or are refused in the one way; a list answers every question about its readers.
 */
class ManifestFuzzTest {

    static Stream<byte[]> lists() {
        return Stream.of(
                People.usual().encoded(),
                People.manifest(0, People.member(1, MemberRole.INVESTIGATOR)).encoded(),
                People.manifest(0, People.member(1, MemberRole.INVESTIGATOR), People.member(2, MemberRole.OUTSIDE))
                        .encoded(),
                People.manifest(0).encoded(),
                new byte[0]);
    }

    @MethodSource("lists")
    @FuzzTest(maxDuration = "8m")
    void a_list(byte[] input) {
        try {
            Manifest manifest = Manifest.decoded(input);
            assertThat(manifest.encoded()).isEqualTo(input);
            assertThat(manifest.n()).isLessThanOrEqualTo(manifest.members().size());
            for (Member member : manifest.members()) {
                assertThat(manifest.groupExcluding(Set.of(member.person()))).isNotNull();
                assertThat(manifest.reader(member.keyId())).contains(member);
            }
            assertThat(manifest.groupExcluding(Set.of(new UUID(0, 0)))).isNotNull();
            assertThat(manifest.groupWithout(Set.of(Manifest.HEAD))).isNotNull();
            IntStream.rangeClosed(0, Manifest.OUTSIDE)
                    .filter(group -> manifest.members().stream().anyMatch(member -> member.isIn(group)))
                    .forEach(group -> assertThat(manifest.audience(group)).isNotNull());
        } catch (OpenFailed refused) {
            assertThat(refused).isNotNull();
        }
    }
}
