package id.kulkul.web.audit;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.casework.ItemRow;
import id.kulkul.query.casework.OpeningRow;
import id.kulkul.query.casework.PastCard;
import id.kulkul.query.casework.PastCase;
import id.kulkul.query.casework.PastItem;
import id.kulkul.query.casework.Pile;
import id.kulkul.query.casework.StepRow;
import id.kulkul.query.casework.Who;
import id.kulkul.web.clock.ClockLine;
import id.kulkul.web.page.Moments;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words what was known of a case; of long lists the newest part, so that a page stays light. */
@Component
class PastWords {
    private static final int MOST = 10;
    private static final long KIB = 1024;

    private final MessageSource messages;

    PastWords(MessageSource messages) {
        this.messages = messages;
    }

    PastView view(PastCase past, Locale language) {
        PastCard card = past.card();
        List<PastItem> items = newest(past.items());
        List<OpeningRow> openings = newest(past.openings());
        return new PastView(
                card.kind(),
                card.subject(),
                card.state(),
                past.code(),
                card.pile().name(),
                tone(card.pile()),
                name(card.holder()),
                card.readers().size(),
                past.decisions().stream().map(step -> decision(step, language)).toList(),
                past.lost().stream().map(Who::post).toList(),
                card.rules(),
                card.clocks().stream()
                        .map(clock -> ClockLine.of(clock, language))
                        .toList(),
                items.stream().map(item -> item(item, language)).toList(),
                past.items().size() - items.size(),
                openings.stream().map(opening -> opening(opening, language)).toList(),
                past.openings().size() - openings.size());
    }

    private static <T> List<T> newest(List<T> all) {
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    private PastView.Item item(PastItem item, Locale language) {
        ItemRow row = item.row();
        return new PastView.Item(
                Hex16.of(row.item()),
                row.kind().name(),
                row.fromReporter()
                        ? word("audit.actor.reporter", language)
                        : row.by().post(),
                Moments.hour(row.hour(), language),
                row.header().digest().hex(),
                size(row.header().ctLength()),
                row.openings(),
                item.isReadable());
    }

    private static PastView.Decision decision(StepRow step, Locale language) {
        return new PastView.Decision(
                step.event(), step.code(), step.by().post(), Moments.hour(step.hour(), language), step.note() != null);
    }

    private static PastView.Opening opening(OpeningRow row, Locale language) {
        return new PastView.Opening(row.by().post(), row.kind().name(), Moments.hour(row.hour(), language));
    }

    /** The sealed size, rounded up: sizes are steps and tell no length of a text. */
    static String size(long bytes) {
        return (bytes + KIB - 1) / KIB + " KiB";
    }

    static @Nullable String name(@Nullable Who person) {
        return person == null ? null : person.post();
    }

    static String tone(Pile pile) {
        return switch (pile) {
            case LATE -> "late";
            case DUE_TODAY -> "soon";
            case FRESH -> "new";
            case RUNNING, CLOSED -> "";
        };
    }

    String word(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
