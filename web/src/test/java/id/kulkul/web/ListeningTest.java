package id.kulkul.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class ListeningTest {
    @Test
    void only_this_machine_is_listened_to_unless_somebody_says_otherwise() throws IOException {
        var shipped = new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yaml"));
        assertThat(shipped).singleElement().satisfies(yaml -> assertThat(yaml.getProperty("server.address"))
                .isEqualTo("127.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1"})
    void nothing_need_be_said_of_loopback(String address) throws UnknownHostException {
        assertThat(Listening.sentence(InetAddress.getByName(address))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, every address",
        "::, every address",
        "192.0.2.7, 192.0.2.7",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1"
    })
    void elsewhere_one_sentence_says_what_must_stand_in_front(String address, String named)
            throws UnknownHostException {
        assertThat(Listening.sentence(InetAddress.getByName(address)))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("listens on " + named + " of this machine", "TLS", "onion service", "in front")
                        .doesNotContain("\n"));
    }

    @Test
    void no_address_at_all_is_every_address() {
        assertThat(Listening.sentence(null)).get().asString().contains("every address");
    }
}
