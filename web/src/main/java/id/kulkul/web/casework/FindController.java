package id.kulkul.web.casework;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.casework.CaseNumber;
import id.kulkul.query.casework.CaseworkQuery;
import id.kulkul.query.casework.InboxCard;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.page.Languages;
import id.kulkul.web.signin.SignedIn;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Finds a case by the number that people call it, among those on the person's own desk. */
@Controller
class FindController {
    private final Questions questions;
    private final Leaves leaves;
    private final Clock clock;

    FindController(Questions questions, Leaves leaves, Clock clock) {
        this.questions = questions;
        this.leaves = leaves;
        this.clock = clock;
    }

    /**
     * Leads to the case, or says what is wrong with the number; a case of others is answered like one that does not
     * exist.
     */
    @GetMapping("/kerja/cari")
    Rendering find(SignedIn person, @RequestParam(defaultValue = "") String nomor, ServerWebExchange exchange) {
        Optional<String> number = CaseNumber.typed(nomor);
        if (number.isEmpty()) return page(person, nomor, nomor.isBlank() ? "" : "mistyped");
        return questions
                .awaitMaybe(query(number.get(), person), InboxCard.class)
                .map(card -> to(card, exchange))
                .orElseGet(() -> page(person, nomor, "not-found"));
    }

    private static Rendering to(InboxCard card, ServerWebExchange exchange) {
        URI itsCase = Languages.address("/kerja/kasus/" + Hex16.of(card.id()), exchange);
        return Rendering.redirectTo(itsCase.toString())
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    private CaseworkQuery.ByNumber query(String number, SignedIn person) {
        return new CaseworkQuery.ByNumber(number, person.person(), clock.instant(), leaves.coveredUpTo(LogName.WBS));
    }

    private static Rendering page(SignedIn person, String typed, String error) {
        return Rendering.view("staff/find")
                .model(Map.of("person", person, "typed", typed, "error", error))
                .build();
    }
}
