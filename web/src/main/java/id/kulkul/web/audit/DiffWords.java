package id.kulkul.web.audit;

import id.kulkul.command.policy.Due;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.casework.CaseChange;
import id.kulkul.query.casework.ClockRow;
import id.kulkul.query.casework.PastItem;
import id.kulkul.query.casework.StepRow;
import id.kulkul.query.casework.Who;
import id.kulkul.web.clock.ClockLine;
import id.kulkul.web.page.Moments;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words the differences between two moments of a case. */
@Component
class DiffWords {
    /**
     * One difference.
     *
     * @param how for the message {@code audit.diff.HOW}: added, changed or removed
     * @param part for the message {@code audit.diff.part.PART}
     * @param reference a digest or an id; empty where there is none
     */
    public record Line(String how, String part, String subject, String before, String after, String reference) {}

    /** Today is another day than the one that is told of. */
    private static final String DUE_THAT_DAY = "audit.pile.DUE_TODAY";

    private final PastWords texts;

    DiffWords(PastWords texts) {
        this.texts = texts;
    }

    Line line(String kind, CaseChange change, Locale language) {
        return switch (change) {
            case CaseChange.State(var before, var after) ->
                line("stage", "", before, after, "", stage -> texts.word(kind + ".stage." + stage, language));
            case CaseChange.Holder(var before, var after) ->
                new Line("changed", "holder", "", post(before, language), post(after, language), "");
            case CaseChange.Reader(var before, var after) ->
                line(
                        "access",
                        either(before, after).post(),
                        before,
                        after,
                        "",
                        who -> word("audit.diff.reads", language));
            case CaseChange.Content(var before, var after) -> content(before, after, language);
            case CaseChange.Decision(var before, var after) ->
                line(
                        "decision",
                        word("event." + either(before, after).event(), language),
                        before,
                        after,
                        "",
                        step -> decision(kind, step, language));
            case CaseChange.Clock(var before, var after) ->
                line(
                        "clock",
                        word("clock." + either(before, after).due().clock(), language),
                        before,
                        after,
                        "",
                        clock -> clock(clock, language));
        };
    }

    private Line content(@Nullable PastItem before, @Nullable PastItem after, Locale language) {
        PastItem item = either(before, after);
        String subject = word("staff.item." + item.row().kind(), language) + ", "
                + PastWords.size(item.row().header().ctLength());
        String reference =
                Hex16.of(item.row().item()) + " " + item.row().header().digest().hex();
        return line("content", subject, before, after, reference, each -> opened(each, language));
    }

    private String opened(PastItem item, Locale language) {
        String times = texts.word("audit.opened", language, item.row().openings());
        return item.isReadable() ? times : times + ", " + word("audit.gone", language);
    }

    private String decision(String kind, StepRow step, Locale language) {
        String code = step.code().isEmpty() ? "" : word(kind + ".code." + step.code(), language) + ", ";
        return code + step.by().post() + ", " + Moments.hour(step.hour(), language);
    }

    private String clock(ClockRow clock, Locale language) {
        return Stream.of(
                        ClockLine.of(clock, language).date(),
                        word(
                                clock.state() == Due.State.DUE_TODAY ? DUE_THAT_DAY : "clock.status." + clock.state(),
                                language),
                        clock.due().why().rules())
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    private String post(@Nullable Who person, Locale language) {
        return person == null ? word("audit.holder.none", language) : person.post();
    }

    private static <T> Line line(
            String part,
            String subject,
            @Nullable T before,
            @Nullable T after,
            String reference,
            Function<T, String> words) {
        String how = before == null ? "added" : after == null ? "removed" : "changed";
        return new Line(
                how,
                part,
                subject,
                before == null ? "" : words.apply(before),
                after == null ? "" : words.apply(after),
                reference);
    }

    private static <T> T either(@Nullable T one, @Nullable T other) {
        return one == null ? Objects.requireNonNull(other) : one;
    }

    private String word(String key, Locale language) {
        return texts.word(key, language);
    }
}
