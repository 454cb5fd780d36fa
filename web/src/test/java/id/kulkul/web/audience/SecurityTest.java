package id.kulkul.web.audience;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.staff.Role;
import id.kulkul.web.page.Refused;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.mock.web.server.MockWebSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Which status each person hears from whoever stands before the pages, for every kind of address. */
class SecurityTest {
    private static final String NOBODY = "";
    private static final WebFilterChain PAGES =
            exchange -> Mono.fromRunnable(() -> exchange.getResponse().setStatusCode(HttpStatus.OK));

    private static AnnotationConfigApplicationContext office;

    @BeforeAll
    static void start() {
        office = new AnnotationConfigApplicationContext(Security.class);
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    private static HttpStatus heard(String person, MockServerHttpRequest.BaseBuilder<?> request) {
        var exchange = exchange(person, request);
        try {
            office.getBean(WebFilterChainProxy.class).filter(exchange, PAGES).block();
        } catch (Refused refused) {
            return HttpStatus.valueOf(refusedStatus(refused));
        }
        return (HttpStatus) Objects.requireNonNull(exchange.getResponse().getStatusCode());
    }

    private static MockServerWebExchange exchange(String person, MockServerHttpRequest.BaseBuilder<?> request) {
        var session = new MockWebSession();
        if (!person.equals(NOBODY)) {
            var signedIn = new TestingAuthenticationToken(person, "", "ROLE_" + person);
            session.getAttributes()
                    .put(
                            WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME,
                            new SecurityContextImpl(signedIn));
        }
        return MockServerWebExchange.builder(request).session(session).build();
    }

    private static int refusedStatus(Refused refused) {
        return switch (refused.getMessage()) {
            case "staff/sign-in-first" -> 401;
            case "staff/not-yours" -> 403;
            case "page/refused" -> 400;
            case null, default -> 500;
        };
    }

    private static Stream<HttpStatus> heardByAll(String path) {
        return Stream.of(HttpMethod.GET, HttpMethod.POST).flatMap(method -> heardByAll(method, path));
    }

    private static Stream<HttpStatus> heardByAll(HttpMethod method, String path) {
        return Stream.concat(Stream.of(NOBODY), Stream.of(Role.values()).map(Role::name))
                .map(person -> heard(person, MockServerHttpRequest.method(method, URI.create(path))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/lapor",
                "/lapor/manifes",
                "/lapor/tersegel",
                "/kotak",
                "/kotak/jawab",
                "/masuk",
                "/masuk/tantangan",
                "/keluar",
                "/demo",
                "/demo/curangi",
                "/log/wbs/checkpoint",
                "/static/js/staff.js",
                "/kerjasama",
                "/KERJA",
                "/auditor",
                "/nowhere"
            })
    void what_is_for_everybody_asks_nobody_who_they_are(String path) {
        assertThat(heardByAll(path)).containsOnly(HttpStatus.OK);
    }

    /** Nobody, investigator, outside reader, custodian, auditor, administrator. */
    @ParameterizedTest
    @CsvSource({
        "/kerja, 401 200 200 200 200 200",
        "/kerja/, 401 200 200 200 200 200",
        "/kerja/kunci, 401 200 200 200 200 200",
        "/kerja/manifes/ab, 401 200 200 200 200 200",
        "/kerja/nowhere, 401 200 200 200 200 200",
        "/%6berja, 401 200 200 200 200 200",
        "/kerja/cari, 401 200 200 403 403 403",
        "/kerja/cari/, 401 200 200 200 200 200",
        "/kerja/cari/0, 401 200 200 200 200 200",
        "/kerja/arsip, 401 200 200 403 403 403",
        "/kerja/arsip/0, 401 200 200 200 200 200",
        "/kerja/kasus, 401 200 200 403 403 403",
        "/kerja/kasus/0, 401 200 200 403 403 403",
        "/kerja/kasus/0/isi/1, 401 200 200 403 403 403",
        "/kerja/kasus/0/tindakan, 401 200 200 403 403 403",
        "/kerja/%6basus/0, 401 200 200 403 403 403",
        "/kerja/kasus2, 401 200 200 200 200 200",
        "/kerja/belum-ditelaah, 401 200 200 403 403 403",
        "/kerja/belum-ditelaah/wbs, 401 200 200 403 403 403",
        "/kerja/disisihkan, 401 200 200 403 403 403",
        "/kerja/disisihkan/0, 401 200 200 200 200 200",
        "/kerja/penyisihan, 401 200 200 403 403 403",
        "/kerja/penyisihan/0/batal, 401 200 200 403 403 403",
        "/audit, 401 403 403 403 200 403",
        "/audit/kasus/0/saat, 401 403 403 403 200 403",
        "/audit/nowhere, 401 403 403 403 200 403"
    })
    void the_pages_of_the_staff_are_for_those_whose_work_they_are(String path, String statuses) {
        assertThat(heardByAll(path).map(HttpStatus::value).map(String::valueOf))
                .as(path)
                .containsExactly((statuses + " " + statuses).split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/kerja;a=b", "/nowhere//kerja", "/kerja//kasus", "/kerja/./kasus", "/kerja%2fkasus"})
    void an_address_that_means_another_place_than_it_says_is_refused_to_all(String path) {
        assertThat(heardByAll(path)).containsOnly(HttpStatus.BAD_REQUEST);
    }

    @Test
    void a_browser_without_a_session_is_shown_the_way_in_and_a_program_is_told() {
        assertThat(heard(NOBODY, MockServerHttpRequest.get("/kerja/kasus/0").header("Accept", "text/html")))
                .isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(heard(NOBODY, MockServerHttpRequest.get("/audit").header("Accept", "*/*")))
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(heard(NOBODY, MockServerHttpRequest.post("/audit").header("Accept", "text/html")))
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }
}
