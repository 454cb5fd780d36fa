package id.kulkul.web.flood;

import id.kulkul.command.flood.FloodCommand;
import id.kulkul.command.flood.FloodCommand.ConfirmSettingAside;
import id.kulkul.command.flood.FloodCommand.UndoSettingAside;
import id.kulkul.command.flood.FloodId;
import id.kulkul.command.flood.FloodRejection;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.report.FloodRow;
import id.kulkul.query.report.Untouched;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.bus.CatchUp;
import id.kulkul.web.bus.Rejected;
import id.kulkul.web.page.Fields;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Refused;
import id.kulkul.web.page.Sent;
import id.kulkul.web.signin.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Takes what a person decides about setting reports aside; the proposal itself decides whether it is lawful. */
@Controller
class ProposalController {
    private static final String PROPOSALS = "/kerja/penyisihan";

    /** Fifty ticked reports, or more marks than there are in half a year. */
    private static final int LARGEST = 256 * 1024;

    private final Known known;
    private final Marked marked;
    private final Proposing proposing;
    private final Acts acts;
    private final CatchUp catchUp;

    ProposalController(Known known, Marked marked, Proposing proposing, Acts acts, CatchUp catchUp) {
        this.known = known;
        this.marked = marked;
        this.proposing = proposing;
        this.acts = acts;
        this.catchUp = catchUp;
    }

    /** Proposes the reports of some marks, all or those that were ticked. */
    @PostMapping(PROPOSALS)
    Rendering propose(SignedIn person, @Sent(LARGEST) MultiValueMap<String, String> form, ServerWebExchange exchange) {
        if (nothingTicked(form)) return to(untouched(marks(form)) + "?refused=" + Told.NOTHING_TICKED, exchange);
        List<Untouched.Card> chosen = chosen(known.untouched(person), form);
        Proposing.Outcome outcome = proposing.propose(person.person(), id(form, "nonce"), chosen);
        catchUp.awaitNow();
        return to(after(outcome, marks(form)), exchange);
    }

    private static boolean nothingTicked(MultiValueMap<String, String> form) {
        return !form.containsKey(form.containsKey("all") ? "mark" : "report");
    }

    private List<Untouched.Card> chosen(Untouched untouched, MultiValueMap<String, String> form) {
        Map<Long, List<Untouched.Card>> groups = marked.group(untouched.cards());
        List<Untouched.Card> all = marks(form).stream()
                .flatMap(mark -> groups.getOrDefault(mark, List.of()).stream())
                .toList();
        if (form.containsKey("all")) return all;
        Set<String> ticked = Set.copyOf(values(form, "report"));
        return all.stream()
                .filter(card -> ticked.contains(Hex16.of(card.card().id())))
                .toList();
    }

    private static List<String> values(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.get(name), List.of());
    }

    private static List<Long> marks(MultiValueMap<String, String> form) {
        List<String> marks = values(form, "mark");
        if (!marks.stream().allMatch(mark -> mark.matches("[1-9][0-9]{0,17}"))) throw refused();
        return marks.stream().map(Long::valueOf).distinct().toList();
    }

    private static UUID id(MultiValueMap<String, String> form, String name) {
        try {
            return Hex16.parse(String.valueOf(form.getFirst(name)));
        } catch (IllegalArgumentException notAnId) {
            throw refused();
        }
    }

    private static Refused refused() {
        return new Refused(HttpStatus.BAD_REQUEST, "staff/refused");
    }

    private static String after(Proposing.Outcome outcome, List<Long> marks) {
        if (outcome.floods().isEmpty()) return untouched(marks) + "?refused=" + Told.name(outcome.refused());
        String place = outcome.floods().size() > 1 ? "" : "/" + outcome.floods().getFirst();
        return PROPOSALS + place + "?done=proposed" + (outcome.left() > 0 ? "&left=" + outcome.left() : "");
    }

    /** The page from which the form came. */
    private static String untouched(List<Long> marks) {
        return "/kerja/belum-ditelaah" + (marks.size() == 1 ? "/" + marks.getFirst() : "");
    }

    @PostMapping(PROPOSALS + "/{flood}/setuju")
    Rendering confirm(SignedIn person, @PathVariable String flood, ServerWebExchange exchange) {
        return decide(person, flood, FloodRow::whole, ConfirmSettingAside::new, "confirmed", exchange);
    }

    /**
     * The form says in which state it showed the proposal: a page that is older than the confirmation undoes nothing.
     */
    @PostMapping(PROPOSALS + "/{flood}/batal")
    Rendering undo(
            SignedIn person,
            @PathVariable String flood,
            @Sent(Fields.FEW) MultiValueMap<String, String> form,
            ServerWebExchange exchange) {
        boolean inForce = FloodRow.State.IN_FORCE.name().equals(form.getFirst("shown"));
        BiFunction<FloodId, UUID, FloodCommand> decision = (id, by) -> new UndoSettingAside(id, by, inForce);
        return decide(person, flood, row -> true, decision, inForce ? "undone" : "withdrawn", exchange);
    }

    /**
     * Of a proposal that a person may not know of there is none; who lost one of its reports since decides nothing
     * about it for others.
     */
    private Rendering decide(
            SignedIn person,
            String flood,
            Predicate<FloodRow> may,
            BiFunction<FloodId, UUID, FloodCommand> decision,
            String done,
            ServerWebExchange exchange) {
        FloodRow row = known.one(person, flood, 1).flood();
        String after = may.test(row)
                ? decided(decision.apply(row.flood(), person.person()), person.person(), done)
                : "?refused=" + Told.name(FloodRejection.NOT_A_READER);
        return to(PROPOSALS + "/" + row.flood() + after, exchange);
    }

    private String decided(FloodCommand decision, UUID by, String done) {
        try {
            acts.await(decision, by);
        } catch (Rejected refused) {
            if (refused.rejection() instanceof FloodRejection why) return "?refused=" + Told.name(why);
            throw refused;
        }
        catchUp.awaitNow();
        return "?done=" + done;
    }

    private static Rendering to(String address, ServerWebExchange exchange) {
        String language = Languages.of(exchange).equals(Locale.ENGLISH) ? "&lang=en" : "";
        return Rendering.redirectTo(address + language)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
