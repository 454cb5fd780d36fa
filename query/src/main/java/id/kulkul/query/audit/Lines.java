package id.kulkul.query.audit;

import id.kulkul.crypto.log.ExportLine;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The parts of a file one after the other; nothing is read before it is asked for, and no part is held whole. */
final class Lines extends Spliterators.AbstractSpliterator<String> {

    private final Deque<Supplier<Iterator<ExportLine>>> parts;
    private Iterator<ExportLine> part = Collections.emptyIterator();

    private Lines(List<Supplier<Iterator<ExportLine>>> parts) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.parts = new ArrayDeque<>(parts);
    }

    static Stream<String> of(List<Supplier<Iterator<ExportLine>>> parts) {
        return StreamSupport.stream(new Lines(parts), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super String> action) {
        while (!part.hasNext()) {
            Supplier<Iterator<ExportLine>> next = parts.poll();
            if (next == null) return false;
            part = next.get();
        }
        action.accept(part.next().text());
        return true;
    }
}
