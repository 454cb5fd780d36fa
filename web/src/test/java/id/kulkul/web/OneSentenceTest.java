package id.kulkul.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.vault.VaultFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.web.server.PortInUseException;

/** Whatever ends a start, the one who began it reads one sentence. */
class OneSentenceTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new StartRefused("This is wrong."), "This is wrong."),
                Arguments.of(new StartRefused("This is wrong.", new IOException("deeper")), "This is wrong."),
                Arguments.of(
                        new UncheckedIOException(new NoSuchFileException("/keys/log/wbs.key")),
                        "/keys/log/wbs.key is missing: put it back from the backup of its folder. Nothing was changed."),
                Arguments.of(
                        new AccessDeniedException("/keys/organisation"),
                        System.getProperty("user.name")
                                + ", who started Kulkul, may not use /keys/organisation: start it as the user to whom that belongs, or give it to this one. Nothing was changed."),
                Arguments.of(
                        new FileSystemException("/data/x", null, "No space left on device"),
                        "/data/x cannot be used: No space left on device."),
                Arguments.of(
                        new IOException("Input/output error"),
                        "Something could not be read or written: Input/output error."),
                Arguments.of(
                        new PortInUseException(8080),
                        "The port 8080 is taken: stop the program that listens there, or choose another with --server.port."),
                Arguments.of(
                        new VaultFailed(new OpenFailed()),
                        "The vault does not open with the keys that were given: these are not the keys of this home, or vault.db is damaged."),
                Arguments.of(
                        new OutOfMemoryError("Java heap\nspace"),
                        "Kulkul did not start: OutOfMemoryError (Java heap space); --debug shows where."),
                Arguments.of(
                        new NullPointerException(),
                        "Kulkul did not start: NullPointerException (no reason is known); --debug shows where."));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_one_sentence_however_deep_it_lies(Throwable failure, String sentence) {
        assertThat(OneSentence.of(failure)).isEqualTo(sentence);
        assertThat(OneSentence.of(new BeanCreationException("bean", new IllegalStateException("outer", failure))))
                .isEqualTo(sentence);
    }
}
