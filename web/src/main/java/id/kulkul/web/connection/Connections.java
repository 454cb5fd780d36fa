package id.kulkul.web.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All connections of this process: never many more than the limit, and none whose client owes something for too long.
 */
final class Connections {
    /** Connections more than the limit that may not have ended yet; beyond it, newcomers wait in the system's queue. */
    private static final int LEAVING = 32;

    private final Limits limits;
    private final Patience patience;
    private final LongSupplier clock;
    private final Set<TurnHandler> staying = ConcurrentHashMap.newKeySet();
    private final AtomicInteger open = new AtomicInteger();
    private volatile @Nullable Channel door;

    Connections(Limits limits, Patience patience, LongSupplier clock) {
        this.limits = limits;
        this.patience = patience;
        this.clock = clock;
    }

    /** Watches the listening socket, which rests while too many connections have not ended yet. */
    void watch(Channel server) {
        door = server;
        server.pipeline().addFirst(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object accepted) {
                open.incrementAndGet();
                ((Channel) accepted).closeFuture().addListener(closed -> {
                    open.decrementAndGet();
                    rest();
                });
                rest();
                context.fireChannelRead(accepted);
            }
        });
    }

    long now() {
        return clock.getAsLong();
    }

    /** Lets a newcomer in; where that is one too many, another gives way. */
    TurnHandler admit(Channel channel) {
        TurnHandler conversation = new TurnHandler(this, channel);
        while (staying.size() >= limits.connections()) {
            Optional<TurnHandler> one = whoGivesWay();
            if (one.isEmpty()) break;
            end(one.get());
        }
        staying.add(conversation);
        channel.closeFuture().addListener(closed -> staying.remove(conversation));
        return conversation;
    }

    /** Who owes something and has been silent the longest; if nobody owes anything, anybody who is not a stream. */
    private Optional<TurnHandler> whoGivesWay() {
        Optional<TurnHandler> silent =
                staying.stream().filter(TurnHandler::isOwed).max(Comparator.comparingLong(TurnHandler::silence));
        if (silent.isPresent()) return silent;
        List<TurnHandler> served = new ArrayList<>(staying);
        return served.isEmpty()
                ? Optional.empty()
                : Optional.of(served.get(ThreadLocalRandom.current().nextInt(served.size())));
    }

    /**
     * Counts a stream that stays open by design; where it is one too many, the oldest ends, whose reader comes again by
     * itself.
     */
    void stream(TurnHandler stream) {
        List<TurnHandler> streams = staying.stream()
                .filter(one -> one.turn() == TurnHandler.Turn.STREAM)
                .toList();
        if (streams.size() <= limits.streams()) return;
        streams.stream()
                .filter(one -> one != stream)
                .max(Comparator.comparingLong(TurnHandler::silence))
                .ifPresent(this::end);
    }

    /** Ends whoever owes something for too long. */
    void sweep() {
        for (TurnHandler one : staying) if (one.isLate(patience)) end(one);
    }

    private void end(TurnHandler one) {
        if (!staying.remove(one)) return;
        var unused = one.channel().close();
    }

    /**
     * Decided by the door's own thread: of two that decide at once the one that saw less could have the last word, and
     * nobody would come in.
     */
    private void rest() {
        Channel server = door;
        if (server == null) return;
        server.eventLoop().execute(() -> server.config().setAutoRead(open.get() < limits.connections() + LEAVING));
    }

    int size() {
        return staying.size();
    }
}
