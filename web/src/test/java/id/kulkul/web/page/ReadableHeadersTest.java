package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/** A header that cannot be read is nobody's failure but its sender's, and costs the sender nothing. */
class ReadableHeadersTest {
    private final ReadableHeaders filter = new ReadableHeaders();
    private final AtomicReference<HttpHeaders> passed = new AtomicReference<>();

    private void pass(String header, String value) {
        var exchange =
                MockServerWebExchange.from(MockServerHttpRequest.post("/kotak").header(header, value));
        filter.filter(exchange, on -> {
                    passed.set(on.getRequest().getHeaders());
                    return Mono.empty();
                })
                .block();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/;q=", "text/html;q=abc", "/", "text", ";", "text/html, (x)/y"})
    void a_wish_that_cannot_be_read_is_none(String accept) {
        pass("Accept", accept);
        assertThat(Objects.requireNonNull(passed.get()).getAccept()).isEmpty();
    }

    /** The framework refuses to sort more than fifty, which nobody has a use for. */
    @Test
    void a_wish_for_more_types_than_can_be_weighed_is_none() {
        pass("Accept", String.join(",", Collections.nCopies(51, "text/html")));
        assertThat(Objects.requireNonNull(passed.get()).getAccept()).isEmpty();
        pass("Accept", String.join(",", Collections.nCopies(50, "text/html")));
        assertThat(Objects.requireNonNull(passed.get()).getAccept()).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/;q=", "text/html;q=abc", "(x)/y"})
    void who_sends_a_wish_that_cannot_be_read_hears_why_something_failed(String accept) {
        HttpHeaders headers = new HttpHeaders();
        headers.add("Accept", accept);
        assertThat(Requests.missed(headers)).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-0", "bytes=5-1", "pages=1", "bytes=0-0,1-1,2-2"})
    void everything_is_given_whole(String range) {
        pass("Range", range);
        assertThat(Objects.requireNonNull(passed.get()).containsHeader("Range")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*", "text/html;q=0.5, application/json"})
    void a_wish_that_can_be_read_stays(String accept) {
        pass("Accept", accept);
        assertThat(Objects.requireNonNull(passed.get()).getFirst("Accept")).isEqualTo(accept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip", "zz", ""})
    void a_body_that_says_it_is_packed_is_refused(String encoding) {
        assertThatThrownBy(() -> pass("Content-Encoding", encoding))
                .isInstanceOf(Refused.class)
                .hasMessage("page/wrong-format");
        assertThat(passed.get()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", " Identity"})
    void a_body_as_it_is_passes(String encoding) {
        pass("Content-Encoding", encoding);
        assertThat(passed.get()).isNotNull();
    }
}
