package id.kulkul.web.casework;

import id.kulkul.command.policy.WorkingDays;
import id.kulkul.command.staff.Role;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.MarkPlan;
import id.kulkul.query.casework.CaseworkQuery;
import id.kulkul.query.casework.InboxPage;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Moments;
import id.kulkul.web.page.Turning;
import id.kulkul.web.signin.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows what is to be done today: what is late, what is due, what is new, each with its one next lawful act. */
@Controller
class InboxController {
    /** A stretch of time: minutes or seconds, and how many. */
    public record Interval(String unit, long count) {}

    private final Questions questions;
    private final Leaves leaves;
    private final MarkPlan marks;
    private final List<DeskNote> notes;
    private final Clock clock;

    InboxController(Questions questions, Leaves leaves, MarkPlan marks, List<DeskNote> notes, Clock clock) {
        this.notes = notes;
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
        return Mono.zip(inbox(person, exchange), notes(person))
                .map(answers -> page.model(model(answers.getT1(), language))
                        .model(answers.getT2())
                        .modelAttribute("otherLanguage", Turning.inOtherLanguage(exchange))
                        .build());
    }

    private Mono<InboxPage> inbox(SignedIn person, ServerWebExchange exchange) {
        return questions.one(
                new CaseworkQuery.Inbox(
                        person.person(), clock.instant(), leaves.coveredUpTo(LogName.WBS), Turning.asked(exchange)),
                InboxPage.class);
    }

    private Mono<Map<String, Object>> notes(SignedIn person) {
        return Flux.fromIterable(notes).concatMap(note -> note.of(person)).collect(HashMap::new, Map::putAll);
    }

    private Map<String, Object> model(InboxPage inbox, Locale language) {
        return Map.of(
                "inbox", inbox,
                "piles", DeskPile.of(inbox, language),
                "every", every(),
                "mark", mark(language));
    }

    /** From mark to mark, in whole minutes, or in seconds where a demonstration's are shorter. */
    private Interval every() {
        Duration every = marks.at(LogName.WBS, clock.instant()).every();
        boolean minutes = every.toSeconds() % 60 == 0;
        return new Interval(minutes ? "minutes" : "seconds", minutes ? every.toMinutes() : every.toSeconds());
    }

    private String mark(Locale language) {
        return leaves.lastMark(LogName.WBS)
                .map(mark -> Moments.minute(mark, language))
                .orElse("");
    }
}
