package id.kulkul.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.web.page.Refused;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class OnlyHereTest {
    private static final InetAddress ELSEWHERE = address(192, 0, 2, 1);
    private static final InetAddress HERE = address(127, 0, 0, 1);

    private final List<String> begun = new ArrayList<>();

    private static InetAddress address(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) bytes[i] = (byte) octets[i];
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private void post(String path, InetAddress visitor, String... headers) {
        postTo("localhost:8080", path, visitor, headers);
    }

    private void postTo(String host, String path, InetAddress visitor, String... headers) {
        var request = MockServerHttpRequest.method(HttpMethod.POST, URI.create(path))
                .header("Host", host)
                .remoteAddress(new InetSocketAddress(visitor, 40_000));
        for (String header : headers) request.header(header, "192.0.2.1");
        new OnlyHere()
                .filter(MockServerWebExchange.from(request), exchange -> Mono.fromRunnable(() -> begun.add(path)))
                .block();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demo", "/demo/laporan", "/%64emo/laporan", "/demo;a=b/curangi", "/demo/biarkan/jawaban"})
    void from_another_machine_nothing_begins(String path) {
        assertThatThrownBy(() -> post(path, ELSEWHERE))
                .isInstanceOf(Refused.class)
                .hasMessage("page/not-found");
        assertThat(begun).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Forwarded", "X-Forwarded-For", "x-forwarded-proto", "Via", "X-Real-IP", "CF-Connecting-IP"})
    void what_a_proxy_of_this_machine_passes_on_comes_from_elsewhere(String header) {
        assertThatThrownBy(() -> post("/demo/laporan", HERE, header)).isInstanceOf(Refused.class);
        assertThat(begun).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lapor.example", "localhost.example:8080", "abcdef.onion", "192.0.2.1:8080", "[::2]:8080"})
    void who_calls_this_machine_by_another_name_comes_from_elsewhere(String host) {
        assertThatThrownBy(() -> postTo(host, "/demo/laporan", HERE)).isInstanceOf(Refused.class);
        assertThat(begun).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8080", "[::1]:8080"})
    void every_name_of_this_machine_is_its_own(String host) {
        postTo(host, "/demo/laporan", HERE);
        assertThat(begun).containsExactly("/demo/laporan");
    }

    @Test
    void the_story_is_told_here_and_everything_else_everywhere() {
        post("/demo/laporan", HERE);
        post("/lapor", ELSEWHERE);
        post("/demonstrasi", ELSEWHERE, "Forwarded");
        assertThat(begun).containsExactly("/demo/laporan", "/lapor", "/demonstrasi");
    }
}
