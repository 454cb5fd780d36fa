package id.kulkul.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.kulkul.web.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.mock.env.MockEnvironment;

/** A value that cannot be used ends the start with one sentence, which names the setting and says what it may be. */
class WrongSettingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            demo                | maybe            | true or false
            rebuild             | anew             | true or false
            health.port         | abc              | a whole number
            health.port         | 65536            | a port, or -1 for none
            marks.wbs           | soon             | a time such as 10s or 15m
            marks.open          | 0s               | whole seconds, at least one
            marks.bids          | 1500ms           | whole seconds, at least one
            watch               | often            | a time such as 10s or 15m
            watch               | 0s               | longer than nothing
            recheck             | 1000000000000    | a whole number
            recheck             | -1               | 0 or more rows a second
            recheck-ciphertexts | much             | a size such as 2GB
            recheck-ciphertexts | -1B              | 0B or more a second
            restored            | yes              | the code that a refused start has named
            clock-confirmed     | true             | a day such as 2026-11-27
            clock-confirmed     | 27 November 2026 | a day such as 2026-11-27
            spare-texts         | 1 GiB            | a size such as 2GB
            spare-texts         | -1MB             | 0B or more
            spare               | -1MB             | 0B or more
            attachments-a-day   | all              | a size such as 2GB
            attachments-a-day   | -1MB             | 0B or more
            largest             | 1000KB           | from 1MB to 512MB, in whole MB
            largest             | 0B               | from 1MB to 512MB, in whole MB
            largest             | 1500KB           | from 1MB to 512MB, in whole MB
            largest             | 513MB            | from 1MB to 512MB, in whole MB
            connections         | many             | a whole number
            connections         | 0                | 1 or more
            streams             | -1               | 0 or more
            government.crest    | lambang.gif      | a file that ends with .svg or .png, at most 100 KB
            government.crest    | /tidak/ada.svg   | a file that ends with .svg or .png, at most 100 KB
            government.mail     | kulkul           | an address for mail
            government.law      | hukum            | an address that begins with https:// or http://
            government.privacy  | /privasi         | an address that begins with https:// or http://
            government.accessibility | ftp://a.example | an address that begins with https:// or http://
            exit                | www.bmkg.go.id   | an address that begins with https:// or http://
            exit                | javascript:void  | an address that begins with https:// or http://
            """)
    void it_names_the_setting_and_what_it_may_be(String name, String value, String expected) {
        var environment = new MockEnvironment().withProperty("kulkul." + name, value);
        assertThat(OneSentence.of(catchThrowable(() -> Settings.of(environment))))
                .startsWith("--kulkul." + name + " must be " + expected + ", not ")
                .endsWith(".")
                .doesNotContain("\n", "@");
    }

    @Test
    void there_are_no_marks_of_a_log_that_there_is_not() {
        var environment =
                new MockEnvironment().withProperty("kulkul.marks.wbs", "10s").withProperty("kulkul.marks.log", "10s");
        assertThat(OneSentence.of(catchThrowable(() -> Settings.of(environment))))
                .isEqualTo("--kulkul.marks must be one of wbs, bids, open, not log.");
    }

    @Test
    void a_setting_of_the_framework_is_named_too() {
        var environment = new MockEnvironment().withProperty("server.address", "no address");
        assertThat(OneSentence.of(
                        catchThrowable(() -> Binder.get(environment).bindOrCreate("server", ServerProperties.class))))
                .isEqualTo("The value of --server.address cannot be used: no address.");
    }
}
