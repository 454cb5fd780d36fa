package id.kulkul.web.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Knows of one connection whose turn it is, and since when. What a client sends without waiting for its answer is not
 * listened to, and the answer is its last: it would be held in memory, without end.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what became of a write or a close is told to the pipeline
final class TurnHandler extends ChannelDuplexHandler {
    private static final int STEP = 1024;

    private final Connections all;
    private final Channel channel;
    private boolean asking;
    private boolean sending;
    private boolean deaf;
    private long steps;
    private long written;
    private long blocked;
    private volatile Turn turn = Turn.REQUEST;
    private volatile long since;
    private volatile long answered;

    /** Whose turn it is. */
    enum Turn {
        REQUEST,
        BODY,
        ANSWER,
        REST,
        STREAM
    }

    TurnHandler(Connections all, Channel channel) {
        this.all = all;
        this.channel = channel;
        since = all.now();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest && asking) deaf = true;
        if (deaf) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest) {
            asking = true;
            sending = true;
            begin(Turn.BODY);
        }
        if (message instanceof HttpContent content) {
            heard(content.content().readableBytes());
            if (message instanceof LastHttpContent) sent();
        }
        context.fireChannelRead(message);
    }

    private void heard(int bytes) {
        steps += bytes;
        if (turn != Turn.BODY || steps < STEP) return;
        steps = 0;
        since = all.now();
    }

    private void sent() {
        sending = false;
        if (turn != Turn.STREAM) begin(asking ? Turn.ANSWER : Turn.REQUEST);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
                context.write(message, promise);
                return;
            }
            if (isStream(response)) {
                begin(Turn.STREAM);
                all.stream(this);
            } else begin(Turn.ANSWER);
        }
        if (message instanceof HttpContent content) {
            written += content.content().readableBytes();
            answered = written;
        }
        if (message instanceof LastHttpContent) {
            context.write(message, promise.unvoid().addListener(done -> answered()));
        } else {
            context.write(message, promise);
        }
    }

    private static boolean isStream(HttpResponse response) {
        String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        return type.startsWith("text/event-stream");
    }

    private void answered() {
        asking = false;
        if (deaf) channel.close();
        begin(sending ? Turn.REST : Turn.REQUEST);
    }

    private void begin(Turn next) {
        turn = next;
        steps = 0;
        written = 0;
        answered = 0;
        since = all.now();
    }

    Channel channel() {
        return channel;
    }

    Turn turn() {
        return turn;
    }

    /** Whether the server waits for the client, and not the other way round. */
    boolean isOwed() {
        return switch (turn) {
            case REQUEST, BODY, REST -> true;
            case ANSWER -> waiting() > 0;
            case STREAM -> false;
        };
    }

    /** Nanoseconds since the turn began, or the last kibibyte of a body. */
    long silence() {
        return all.now() - since;
    }

    /** Whether what the client owes is overdue. */
    boolean isLate(Patience patience) {
        return switch (turn) {
            case REQUEST -> silence() > patience.request().toNanos();
            case BODY -> silence() > patience.body().toNanos();
            case REST -> silence() > patience.rest().toNanos();
            case ANSWER -> isTakenTooSlowly(patience);
            case STREAM -> isNotTaken(patience);
        };
    }

    /** A stream has no size that its rate could be measured by; something of it may wait, but not for ever. */
    private boolean isNotTaken(Patience patience) {
        if (waiting() == 0 || blocked == 0) blocked = all.now();
        return all.now() - blocked > patience.answer().toNanos();
    }

    private boolean isTakenTooSlowly(Patience patience) {
        long waiting = waiting();
        if (waiting == 0) return false;
        long taken = Math.max(0, answered - waiting);
        return silence()
                > patience.answer().plusMillis(taken * 1000 / patience.rate()).toNanos();
    }

    /** Bytes of the answer that the client has not taken yet. */
    private long waiting() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}
