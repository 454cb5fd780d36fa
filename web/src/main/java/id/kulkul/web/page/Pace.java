package id.kulkul.web.page;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * How slowly a body may come before it fails with a {@link TimeoutException}: never silent for long and, once its grace
 * is over, on average not below a rate. So every body ends, and the time that it gets grows with what has arrived of
 * it.
 *
 * @param silence the longest pause
 * @param grace how long any rate will do
 * @param rate bytes a second
 */
public record Pace(Duration silence, Duration grace, long rate) {
    /** A telephone of the second generation keeps up with it. */
    public static final Pace PATIENT = new Pace(Duration.ofSeconds(60), Duration.ofMinutes(2), 2 * 1024);

    /** For a body of a few kibibytes, which any line carries in this time. */
    public static final Pace PROMPT = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(30), 2 * 1024);

    /** The body, as long as it keeps up. */
    public Flux<DataBuffer> of(Flux<DataBuffer> body) {
        return Flux.defer(() -> {
            Scheduler clock = Schedulers.parallel();
            long began = clock.now(TimeUnit.MILLISECONDS);
            long[] received = {0};
            return body.timeout(silence).<DataBuffer>handle((buffer, sink) -> {
                received[0] += buffer.readableByteCount();
                if (isLate(clock.now(TimeUnit.MILLISECONDS) - began, received[0])) {
                    DataBufferUtils.release(buffer);
                    sink.error(new TimeoutException());
                } else sink.next(buffer);
            });
        });
    }

    private boolean isLate(long milliseconds, long received) {
        return milliseconds > grace.toMillis() + received * 1000 / rate;
    }
}
