package id.kulkul.web.casework;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.casework.CaseworkQuery;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.page.Fields;
import id.kulkul.web.page.Refused;
import id.kulkul.web.page.Sent;
import id.kulkul.web.signin.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

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
    Rendering show(SignedIn person, @PathVariable String id, ServerWebExchange exchange) {
        return pages(person, id).show(person, id, exchange);
    }

    @PostMapping("/kerja/kasus/{id}/tindakan")
    Rendering act(
            SignedIn person,
            @PathVariable String id,
            @Sent(Fields.FEW) MultiValueMap<String, String> form,
            ServerWebExchange exchange) {
        return pages(person, id).act(person, id, form, exchange);
    }

    private CasePages pages(SignedIn person, String id) {
        return questions
                .awaitMaybe(
                        new CaseworkQuery.KindOf(id(id), person.person(), leaves.coveredUpTo(LogName.WBS)),
                        String.class)
                .map(kinds::get)
                .orElseThrow(CasesController::absent);
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
