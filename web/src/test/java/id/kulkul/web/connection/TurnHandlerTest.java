package id.kulkul.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TurnHandlerTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String POST = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n";

    private final AtomicLong clock = new AtomicLong();
    private final Connections all = new Connections(new Limits(3, 2), Patience.USUAL, clock::get);

    private EmbeddedChannel connect() {
        EmbeddedChannel channel = new EmbeddedChannel(new HttpServerCodec());
        channel.pipeline().addLast(all.admit(channel));
        return channel;
    }

    private EmbeddedChannel connect(String first) {
        EmbeddedChannel channel = connect();
        send(channel, first);
        return channel;
    }

    private static void send(EmbeddedChannel channel, String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
    }

    private static void answer(EmbeddedChannel channel) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT));
    }

    private static List<Object> heard(EmbeddedChannel channel) {
        List<Object> heard = new ArrayList<>();
        for (Object one = channel.readInbound(); one != null; one = channel.readInbound()) heard.add(one);
        heard.forEach(ReferenceCountUtil::release);
        return heard;
    }

    private void pass(long seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        all.sweep();
    }

    @Test
    void who_says_nothing_or_half_a_head_letter_by_letter_has_thirty_seconds() {
        EmbeddedChannel silent = connect();
        EmbeddedChannel dripping = connect("GET / HTTP/1.1\r\nX: ");
        for (int i = 0; i < 3; i++) {
            assertThat(silent.isOpen()).isTrue();
            pass(10);
            send(dripping, "a");
        }
        assertThat(dripping.isOpen()).isTrue();
        pass(1);
        assertThat(silent.isOpen()).isFalse();
        assertThat(dripping.isOpen()).isFalse();
        assertThat(all.size()).isZero();
    }

    @Test
    void after_an_answer_the_thirty_seconds_begin_again_and_making_it_takes_as_long_as_it_takes() {
        EmbeddedChannel channel = connect(GET);
        pass(100);
        answer(channel);
        pass(29);
        assertThat(channel.isOpen()).isTrue();
        send(channel, GET);
        answer(channel);
        pass(31);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_body_may_be_slow_but_not_silent() {
        EmbeddedChannel channel = connect(POST);
        for (int i = 0; i < 5; i++) {
            pass(150);
            send(channel, "x".repeat(1024));
        }
        assertThat(channel.isOpen()).isTrue();
        pass(90);
        send(channel, "x");
        pass(91);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_body_that_nobody_waits_for_any_more_has_thirty_seconds() {
        EmbeddedChannel channel = connect(POST);
        answer(channel);
        for (int i = 0; i < 3; i++) {
            pass(10);
            send(channel, "x".repeat(2_000));
        }
        pass(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void what_comes_before_the_answer_is_not_listened_to_and_the_answer_is_the_last() {
        EmbeddedChannel channel = connect(GET);
        assertThat(heard(channel)).hasSize(2).first().isInstanceOf(HttpRequest.class);
        send(channel, POST + "x".repeat(50_000));
        send(channel, "x".repeat(50_000) + GET);
        assertThat(heard(channel)).isEmpty();
        assertThat(channel.isOpen()).isTrue();
        answer(channel);
        assertThat(channel.outboundMessages()).isNotEmpty();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void one_question_after_the_other_is_what_a_connection_is_for() {
        EmbeddedChannel channel = connect();
        for (int i = 0; i < 5; i++) {
            send(channel, GET);
            channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
            answer(channel);
        }
        assertThat(heard(channel)).hasSize(10);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void at_the_limit_who_has_been_silent_the_longest_gives_way_to_a_newcomer() {
        EmbeddedChannel served = connect(GET);
        pass(1);
        EmbeddedChannel silent = connect();
        pass(1);
        EmbeddedChannel sending = connect(POST);
        pass(1);
        send(sending, "x".repeat(2_000));
        EmbeddedChannel newcomer = connect();
        assertThat(silent.isOpen()).isFalse();
        assertThat(List.of(served, sending, newcomer)).allMatch(EmbeddedChannel::isOpen);
        assertThat(all.size()).isEqualTo(3);
    }

    @Test
    void where_nobody_owes_anything_one_is_chosen_and_the_newcomer_is_still_let_in() {
        List<EmbeddedChannel> served = List.of(connect(GET), connect(GET), connect(GET));
        assertThat(connect().isOpen()).isTrue();
        assertThat(served.stream().filter(EmbeddedChannel::isOpen)).hasSize(2);
    }

    @Test
    void streams_that_stay_open_have_a_limit_of_their_own() {
        List<EmbeddedChannel> streams = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            EmbeddedChannel channel = connect(GET);
            var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
            head.headers().set("Content-Type", "text/event-stream;charset=UTF-8");
            channel.writeOutbound(head, new DefaultHttpContent(Unpooled.copiedBuffer(new byte[10])));
            streams.add(channel);
            pass(200);
        }
        assertThat(streams).extracting(EmbeddedChannel::isOpen).containsExactly(false, true, true);
        streams.getLast().writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
        pass(31);
        assertThat(streams.getLast().isOpen()).isFalse();
    }

    @Test
    void a_whole_body_is_handed_on() {
        EmbeddedChannel channel = connect("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhalo!");
        assertThat(heard(channel)).last().isInstanceOf(HttpContent.class);
        assertThat(channel.isOpen()).isTrue();
    }
}
