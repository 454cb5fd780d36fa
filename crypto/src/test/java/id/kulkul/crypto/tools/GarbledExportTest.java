package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.Anchor;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.Fixtures;
import id.kulkul.crypto.log.History;
import id.kulkul.crypto.log.HistoryCheck;
import id.kulkul.crypto.log.Pins;
import id.kulkul.crypto.log.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is done to an export's bytes, it is refused by a verdict, and no exception gets out. */
class GarbledExportTest {

    /** Signatures and keys fill most of a file; every part of them is as good as its neighbour. */
    private static final int STEP_IN_SIGNATURES = 23;

    private static final History STORY = new History(Fixtures.KEYS, true)
            .event(1, "report-submitted", History.item(1, 0))
            .checkpoint(1);

    @Test
    void every_byte_of_a_log_counts() throws IOException {
        everyByteCounts(STORY.whole());
    }

    @Test
    void every_byte_of_a_case_counts() throws IOException {
        everyByteCounts(STORY.ofCase(1));
    }

    @Test
    void a_file_cut_anywhere_but_between_checkpoints_is_refused() throws IOException {
        byte[] file = bytes(STORY.whole());
        int head = String.join("\n", STORY.whole().subList(0, 4)).length() + 1;
        for (int length = head; length < file.length - 1; length += 7) {
            assertThat(verdict(Arrays.copyOf(file, length)).isValid())
                    .as("%d bytes", length)
                    .isFalse();
        }
    }

    @Test
    void noise_is_refused() throws IOException {
        Random random = new Random(5);
        byte[] file = bytes(STORY.whole());
        for (int i = 0; i < 300; i++) {
            byte[] noisy = file.clone();
            for (int j = 0; j < 5; j++) noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
            if (Arrays.equals(noisy, file)) continue;
            assertThat(verdict(noisy).isValid()).isFalse();
        }
    }

    private static void everyByteCounts(List<String> lines) throws IOException {
        byte[] file = bytes(lines);
        assertThat(verdict(file).isValid()).isTrue();
        int[] places = IntStream.range(0, file.length)
                .filter(i -> !isInLongText(file, i) || i % STEP_IN_SIGNATURES == 0)
                .toArray();
        for (int i : places) {
            byte[] garbled = file.clone();
            garbled[i] ^= (byte) (i % 3 == 0 ? 0x20 : 1);
            assertThat(verdict(garbled).isValid()).as("byte %d", i).isFalse();
        }
    }

    /** Whether no punctuation of JSON stands within two hundred bytes. */
    private static boolean isInLongText(byte[] file, int at) {
        for (int i = Math.max(0, at - 200); i < Math.min(file.length, at + 200); i++) {
            if (file[i] == '"' || file[i] == '\\') return false;
        }
        return true;
    }

    private static Verdict verdict(byte[] file) throws IOException {
        HistoryCheck check = new HistoryCheck(
                EventTypes.standard(), Optional.<Anchor>empty(), new Pins(), PayloadItems::of, (index, leaf) -> {});
        try (ExportFile lines = new ExportFile(new ByteArrayInputStream(file))) {
            return check.check(lines);
        }
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
