package id.kulkul.web.casework;

import id.kulkul.command.policy.WorkingDays;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.MarkPlan;
import id.kulkul.query.casework.CaseworkQuery;
import id.kulkul.query.casework.InboxPage;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Moments;
import id.kulkul.web.page.Turning;
import id.kulkul.web.signin.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Shows what is to be done today: what is late, what is due, what is new, each with its one next lawful act. */
@Controller
class InboxController {
    /** A stretch of time: minutes or seconds, and how many. */
    public record Interval(String unit, long count) {}

    private final Questions questions;
    private final Offices offices;
    private final Leaves leaves;
    private final MarkPlan marks;
    private final List<DeskNote> notes;
    private final Clock clock;

    InboxController(
            Questions questions, Offices offices, Leaves leaves, MarkPlan marks, List<DeskNote> notes, Clock clock) {
        this.notes = notes;
        this.questions = questions;
        this.offices = offices;
        this.leaves = leaves;
        this.marks = marks;
        this.clock = clock;
    }

    @GetMapping("/kerja")
    Rendering today(SignedIn person, ServerWebExchange exchange) {
        Locale language = Languages.of(exchange);
        Rendering.Builder<?> page = Rendering.view("staff/inbox")
                .modelAttribute("person", person)
                .modelAttribute("role", person.getRole().name())
                .modelAttribute(
                        "left",
                        "left".equals(exchange.getRequest().getQueryParams().getFirst("done")))
                .modelAttribute("today", Moments.day(WorkingDays.dayOf(clock.instant()), language));
        if (person.getRole().readsReports()) {
            page.model(model(inbox(person, exchange), language));
            notes.forEach(note -> page.model(note.of(person)));
            page.modelAttribute("otherLanguage", Turning.inOtherLanguage(exchange));
            page.modelAttribute("held", Turning.held(exchange));
            page.modelAttribute("address", Turning.address("/kerja", Turning.held(exchange)));
        }
        return page.build();
    }

    private InboxPage inbox(SignedIn person, ServerWebExchange exchange) {
        return questions.awaitOne(
                new CaseworkQuery.Inbox(
                        person.person(),
                        clock.instant(),
                        leaves.coveredUpTo(LogName.WBS),
                        Turning.held(exchange),
                        Turning.asked(exchange)),
                InboxPage.class);
    }

    private Map<String, Object> model(InboxPage inbox, Locale language) {
        return Map.of(
                "inbox", inbox,
                "piles", DeskPile.of(inbox, offices.awaitPosts(), language),
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
