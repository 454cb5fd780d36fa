package id.kulkul.web.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.report.ReportAct;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActWordsTest {
    /** A reporter's own act has no words of the office. */
    private static final Set<ReportAct> OF_THE_OFFICE = EnumSet.complementOf(EnumSet.of(ReportAct.REPLY));

    /** What an act is called stands once; a step has words of its own only where it is no act. */
    @ParameterizedTest
    @ValueSource(strings = {"report.properties", "report_en.properties"})
    void each_act_is_called_once_and_says_what_it_does(String bundle) throws IOException {
        Properties words = words(bundle);
        assertThat(names(words, "act")).containsExactlyInAnyOrderElementsOf(names());
        for (ReportAct act : OF_THE_OFFICE) {
            String key = "report.act." + act.name();
            assertThat(words).containsKeys(key, key + ".hint").doesNotContainKey("report.next." + act.name());
            assertThat(words.getProperty(key)).isNotEqualTo(words.getProperty(key + ".go"));
            assertThat(words.containsKey(key + ".code"))
                    .as("what the codes of %s are", act)
                    .isEqualTo(!act.codes().isEmpty());
        }
    }

    private static Set<String> names() {
        return OF_THE_OFFICE.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private static Set<String> names(Properties words, String what) {
        return words.stringPropertyNames().stream()
                .filter(key -> key.matches("report\\." + what + "\\.[A-Z_]+"))
                .map(key -> key.substring(("report." + what + ".").length()))
                .collect(Collectors.toSet());
    }

    private static Properties words(String bundle) throws IOException {
        try (InputStream in = Objects.requireNonNull(ActWordsTest.class.getResourceAsStream("/messages/" + bundle))) {
            Properties words = new Properties();
            words.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        }
    }
}
