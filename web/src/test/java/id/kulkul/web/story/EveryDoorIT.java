package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.web.Kulkul;
import id.kulkul.web.page.AtOnce;
import id.kulkul.web.page.Room;
import id.kulkul.web.signin.Signed;
import id.kulkul.web.signin.SignedIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/**
 * Every address that takes a body, whichever they are, counts in the one room what it holds of it and gives everything
 * back.
 *
 * <p>A program of its own: it runs in this process, so that its room is seen.
 */
@Tag("page")
@Tag("connection")
@Tag("report")
class EveryDoorIT {
    /** Writes its bytes to the disk as they come and holds one buffer; it has places of its own. */
    private static final String UPLOAD = "/lapor/berkas/{sha256}";

    private static final int PART = 1024;

    @TempDir
    static Path temporary;

    private static ConfigurableApplicationContext program;
    private static HttpHandler handler;
    private static Room room;
    private static SignedIn somebody;
    private static String report;

    /** One address with a method and a type that it takes. */
    private record Door(HttpMethod method, String path, MediaType type) {
        String address() {
            return path.replace("{sha256}", "ab".repeat(32))
                    .replace("{report}", report)
                    .replace("{id}", report)
                    .replace("{flood}", report)
                    .replace("{step}", "jawaban");
        }
    }

    @BeforeAll
    static void start() {
        program = SpringApplication.run(
                Kulkul.class,
                "--kulkul.demo=true",
                "--kulkul.home=" + Told.copy(temporary.resolve("home")),
                "--server.address=127.0.0.1",
                "--server.port=0");
        handler = WebHttpHandlerBuilder.applicationContext(program).build();
        room = program.getBean(Room.class);
        somebody = Signed.in(program, "pemeriksa-1");
        report = someCase();
    }

    private static String someCase() {
        var answer = new MockServerHttpResponse();
        handler.handle(MockServerHttpRequest.get("/kerja").build(), answer)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(somebody))
                .block(Duration.ofSeconds(60));
        Matcher found = Pattern.compile("/kerja/kasus/([0-9a-f]{32})")
                .matcher(Objects.requireNonNull(answer.getBodyAsString().block()));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static List<Door> doors() {
        return program
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(EveryDoorIT::doors)
                .toList();
    }

    private static Stream<Door> doors(RequestMappingInfo mapping) {
        Set<MediaType> types = mapping.getConsumesCondition().getConsumableMediaTypes();
        MediaType type = types.isEmpty()
                ? MediaType.APPLICATION_FORM_URLENCODED
                : types.iterator().next();
        MediaType whole =
                type.equals(MediaType.MULTIPART_FORM_DATA) ? MediaType.parseMediaType(type + ";boundary=b") : type;
        return mapping.getMethodsCondition().getMethods().stream()
                .filter(method -> method != RequestMethod.GET && method != RequestMethod.HEAD)
                .flatMap(method -> mapping.getPatternsCondition().getPatterns().stream()
                        .map(pattern -> new Door(method.asHttpMethod(), pattern.getPatternString(), whole)));
    }

    private static Disposable knock(Door door, Flux<DataBuffer> body, Runnable done) {
        var request = MockServerHttpRequest.method(door.method(), door.address())
                .header("Host", "localhost")
                .contentType(door.type())
                .remoteAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1))
                .body(body);
        return handler.handle(request, new MockServerHttpResponse())
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(somebody))
                .doFinally(end -> done.run())
                .subscribe(nothing -> {}, failure -> {});
    }

    private static DataBuffer part(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Flux<DataBuffer> beginning(Door door) {
        String head = "--b\r\nContent-Disposition: form-data; name=\"body\"\r\n\r\n";
        return Flux.just(
                part(door.type().isCompatibleWith(MediaType.MULTIPART_FORM_DATA) ? head : ""), part("a".repeat(PART)));
    }

    /** As the framework itself decides it, for every address that there is. */
    @Test
    void whoever_returns_no_publisher_is_run_where_waiting_blocks_nobody() {
        Object resolver = Objects.requireNonNull(
                ReflectionTestUtils.getField(program.getBean(RequestMappingHandlerAdapter.class), "methodResolver"));
        program.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .forEach(page -> assertThat(
                                ReflectionTestUtils.<Scheduler>invokeMethod(resolver, "getSchedulerFor", page) != null)
                        .as(page.toString())
                        .isEqualTo(!Publisher.class.isAssignableFrom(
                                        page.getMethod().getReturnType())
                                && !page.hasMethodAnnotation(AtOnce.class)));
    }

    private static void assertAllIsBack(Door door, String what) throws Exception {
        Patience.until(
                "everything is given back by " + door + " of " + what, () -> room.taken() == 0 && room.leases() == 0);
    }

    @Test
    void what_has_arrived_of_a_body_is_counted_until_its_sender_hangs_up() throws Exception {
        int counted = 0;
        for (Door door : doors()) {
            AtomicLong read = new AtomicLong();
            Flux<DataBuffer> silent = Flux.concat(beginning(door), Flux.never())
                    .doOnNext(buffer -> read.addAndGet(buffer.readableByteCount()));
            Disposable sender = knock(door, silent, () -> {});
            Patience.until(
                    "a door reads, or answers without",
                    () -> sender.isDisposed() || (read.get() >= PART && (isUpload(door) || room.taken() >= PART)));
            if (room.taken() >= PART) counted++;
            sender.dispose();
            assertAllIsBack(door, "a silent body");
        }
        assertThat(counted).isGreaterThanOrEqualTo(12);
    }

    private static boolean isUpload(Door door) {
        return door.path().equals(UPLOAD);
    }

    @Test
    void whatever_the_body_is_everything_is_given_back() throws Exception {
        List<Supplier<Flux<DataBuffer>>> ends = List.of(
                Flux::empty,
                () -> Flux.error(new IOException()),
                () -> Flux.just(part("\r\n--b--\r\n")),
                () -> Flux.just(part("%zz&=\u0000{[")),
                () -> Flux.range(0, 3_000).map(i -> part("x".repeat(PART))));
        for (Door door : doors()) {
            for (int i = 0; i < ends.size(); i++) {
                var done = new CountDownLatch(1);
                knock(door, Flux.concat(beginning(door), ends.get(i).get()), done::countDown);
                assertThat(done.await(60, TimeUnit.SECONDS))
                        .as("%s %d", door, i)
                        .isTrue();
                assertAllIsBack(door, "end " + i);
            }
        }
    }

    @Test
    void the_doors_are_those_that_the_program_has() {
        assertThat(doors()).extracting(Door::path).contains("/lapor", UPLOAD, "/masuk", "/kotak/tersegel");
        assertThat(doors()).hasSizeGreaterThanOrEqualTo(15);
    }
}
