package id.kulkul.web.casework;

import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.casework.CaseworkQuery;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.page.Fields;
import id.kulkul.web.page.Refused;
import id.kulkul.web.signin.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands a case over to the pages of its kind, which decide again who may read it. */
@Controller
class CasesController {
    private final Questions questions;
    private final Leaves leaves;
    private final Map<String, CasePages> kinds;

    CasesController(Questions questions, Leaves leaves, List<CasePages> pages) {
        this.questions = questions;
        this.leaves = leaves;
        this.kinds = pages.stream().collect(Collectors.toMap(CasePages::kind, Function.identity()));
    }

    @GetMapping("/kerja/kasus/{id}")
    Mono<Rendering> show(SignedIn person, @PathVariable String id, ServerWebExchange exchange) {
        return pages(person, id).flatMap(pages -> pages.show(person, id, exchange));
    }

    @PostMapping("/kerja/kasus/{id}/tindakan")
    Mono<Rendering> act(SignedIn person, @PathVariable String id, ServerWebExchange exchange) {
        return pages(person, id).flatMap(pages -> Fields.of(exchange, Fields.FEW)
                .flatMap(form -> pages.act(person, id, form, exchange)));
    }

    private Mono<CasePages> pages(SignedIn person, String id) {
        return Mono.fromCallable(() -> id(id))
                .flatMap(parsed -> questions.maybe(
                        new CaseworkQuery.KindOf(parsed, person.person(), leaves.coveredUpTo(LogName.WBS)),
                        String.class))
                .flatMap(kind -> Mono.justOrEmpty(Optional.ofNullable(kinds.get(kind))))
                .switchIfEmpty(Mono.error(CasesController::absent));
    }

    private static UUID id(String text) {
        try {
            return Hex16.parse(text);
        } catch (IllegalArgumentException notAnId) {
            throw absent();
        }
    }

    private static Refused absent() {
        return new Refused(HttpStatus.NOT_FOUND, "page/not-found");
    }
}
