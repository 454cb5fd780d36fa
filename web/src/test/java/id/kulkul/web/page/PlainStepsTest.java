package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** On which thread a page is made, wherever its request and its body come from. */
@Timeout(120)
class PlainStepsTest {
    private static final int AT_A_TIME = 2;
    private static final int WAITING = 4;
    private static final PageThreads THREADS = new PageThreads(AT_A_TIME, WAITING);

    private static final Scheduler CONNECTION = Schedulers.newParallel("connection", 1);

    private static AnnotationConfigApplicationContext office;
    private static HttpHandler handler;

    /** Where it is not said, a program that is started on the classes of the tests does not find these two. */
    private static final String HERE = "plain-steps";

    /** Says where it is. */
    @RestController
    @Profile(HERE)
    static class Probe {
        record Named(String name) {}

        @GetMapping("/page")
        String page() {
            return here();
        }

        @PostMapping("/form")
        String form(@Sent(64) MultiValueMap<String, String> form) {
            return here() + " " + form.getFirst("name");
        }

        @PostMapping("/json")
        String json(@Sent(64) Named named) {
            return here() + " " + named.name();
        }

        @GetMapping("/stream")
        Mono<String> stream() {
            return Mono.just(here());
        }

        private static String here() {
            if (Schedulers.isInNonBlockingThread()) return "on the event loop";
            return Thread.currentThread().isVirtual() ? "virtual" : "where it came";
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Profile(HERE)
    @EnableWebFlux
    @Import({JacksonAutoConfiguration.class, JsonBodies.class, SentBodies.class, Leases.class, Probe.class})
    static class Wiring {
        @Bean
        static WebFluxConfigurer plainSteps(SentBodies sent) {
            return Pages.plainSteps(THREADS, sent);
        }

        @Bean
        static Room room() {
            return Room.ofThisProcess();
        }
    }

    @BeforeAll
    static void start() {
        office = new AnnotationConfigApplicationContext();
        office.getEnvironment().setActiveProfiles(HERE);
        office.register(Wiring.class);
        office.refresh();
        handler = WebHttpHandlerBuilder.applicationContext(office).build();
    }

    @AfterAll
    static void stop() {
        office.close();
        CONNECTION.dispose();
    }

    private static String asked(MockServerHttpRequest request) {
        var answer = new MockServerHttpResponse();
        handler.handle(request, answer).subscribeOn(Schedulers.parallel()).block(Duration.ofSeconds(60));
        return String.valueOf(answer.getBodyAsString().block());
    }

    /** As a connection brings it: on a thread that must never wait. */
    private static Flux<DataBuffer> body(String text) {
        return Flux.<DataBuffer>just(
                        DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .publishOn(CONNECTION);
    }

    @Test
    void a_page_has_a_virtual_thread_and_a_stream_stays_where_it_came() {
        assertThat(asked(MockServerHttpRequest.get("/page").build())).isEqualTo("virtual");
        assertThat(asked(MockServerHttpRequest.get("/stream").build())).isEqualTo("on the event loop");
    }

    @Test
    void a_page_with_a_body_does_not_run_on_the_thread_that_brought_the_body() {
        assertThat(asked(MockServerHttpRequest.post("/form")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body(body("name=ani"))))
                .isEqualTo("virtual ani");
        assertThat(asked(MockServerHttpRequest.post("/json")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body("{\"name\":\"ani\"}"))))
                .isEqualTo("virtual ani");
    }

    @Test
    void those_whose_bodies_never_come_take_no_place_from_anybody() {
        List<Disposable> slow = new ArrayList<>();
        for (int i = 0; i <= AT_A_TIME + WAITING; i++) {
            var request = MockServerHttpRequest.post("/form")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(Flux.never());
            slow.add(handler.handle(request, new MockServerHttpResponse()).subscribe());
            while (THREADS.admitted() > 0) Thread.onSpinWait(); // until it waits for its body
        }
        assertThat(asked(MockServerHttpRequest.get("/page").build())).isEqualTo("virtual");
        assertThat(slow).noneMatch(Disposable::isDisposed);
        slow.forEach(Disposable::dispose);
    }
}
