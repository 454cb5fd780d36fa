package id.kulkul.web.staff;

import id.kulkul.command.policy.WorkingDays;
import id.kulkul.command.staff.Role;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Marks;
import id.kulkul.query.report.ClockRow;
import id.kulkul.query.report.InboxCard;
import id.kulkul.query.report.InboxPiles;
import id.kulkul.query.report.ReportQuery;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.clock.ClockLine;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Moments;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows what is to be done today: what is late, what is due, what is new, each with its one next lawful act. */
@Controller
class InboxController {
    /** A stretch of time: minutes or seconds, and how many. */
    public record Interval(String unit, long count) {}

    /** One pile; the style of its cards. */
    public record Pile(String name, String tone, List<Card> cards) {}

    /** One case on the desk; {@code waits} where there is nothing to do but wait. */
    public record Card(
            String report,
            String number,
            String category,
            String stage,
            String next,
            boolean waits,
            @Nullable ClockLine due,
            boolean news) {}

    private final Questions questions;
    private final Leaves leaves;
    private final Map<LogName, Marks> marks;
    private final Clock clock;

    InboxController(Questions questions, Leaves leaves, Map<LogName, Marks> marks, Clock clock) {
        this.questions = questions;
        this.leaves = leaves;
        this.marks = marks;
        this.clock = clock;
    }

    @GetMapping("/kerja")
    Mono<Rendering> today(SignedIn person, ServerWebExchange exchange) {
        Locale language = Languages.of(exchange);
        Map<String, Object> frame = Map.of(
                "person", person,
                "role", person.getRole().name(),
                "today", Moments.day(WorkingDays.dayOf(clock.instant()), language));
        Rendering.Builder<?> page = Rendering.view("staff/inbox").model(frame);
        if (person.getRole() != Role.INVESTIGATOR) return Mono.just(page.build());
        return questions
                .one(
                        new ReportQuery.Inbox(person.person(), clock.instant(), leaves.coveredUpTo(LogName.WBS)),
                        InboxPiles.class)
                .map(piles -> page.modelAttribute("piles", piles(piles, language))
                        .modelAttribute("every", every())
                        .modelAttribute("mark", mark(language))
                        .build());
    }

    /** From mark to mark, in whole minutes, or in seconds where a demonstration's are shorter. */
    private Interval every() {
        Duration every =
                marks.getOrDefault(LogName.WBS, Marks.standard(LogName.WBS)).every();
        boolean minutes = every.toSeconds() % 60 == 0;
        return new Interval(minutes ? "minutes" : "seconds", minutes ? every.toMinutes() : every.toSeconds());
    }

    private String mark(Locale language) {
        return leaves.lastMark(LogName.WBS)
                .map(mark -> Moments.minute(mark, language))
                .orElse("");
    }

    private static List<Pile> piles(InboxPiles piles, Locale language) {
        return List.of(
                pile("LATE", "late", piles.late(), language),
                pile("TODAY", "soon", piles.dueToday(), language),
                pile("NEW", "new", piles.fresh(), language),
                pile("REST", "", piles.rest(), language));
    }

    private static Pile pile(String name, String tone, List<InboxCard> cards, Locale language) {
        return new Pile(
                name, tone, cards.stream().map(card -> card(card, language)).toList());
    }

    private static Card card(InboxCard card, Locale language) {
        ClockRow due = card.clock();
        return new Card(
                card.report().toString(),
                card.number(),
                card.category(),
                card.stage().name(),
                card.next().name(),
                card.next().act().isEmpty(),
                due == null ? null : ClockLine.of(due, language),
                card.news());
    }
}
