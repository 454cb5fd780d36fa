package id.kulkul.web.casework;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.casework.ArchivePage;
import id.kulkul.query.casework.CaseworkQuery;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Turning;
import id.kulkul.web.signin.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Lists the closed cases that the person may read, of every kind, the one closed last first. */
@Controller
class ArchiveController {
    private static final String ADDRESS = "/kerja/arsip";

    private final Questions questions;
    private final Offices offices;
    private final Leaves leaves;

    ArchiveController(Questions questions, Offices offices, Leaves leaves) {
        this.questions = questions;
        this.offices = offices;
        this.leaves = leaves;
    }

    /** The next page is asked for by the last case of this one: its place among all would count what others sent. */
    @GetMapping(ADDRESS)
    Rendering archive(SignedIn person, ServerWebExchange exchange) {
        ArchivePage page = questions.awaitOne(query(person, exchange), ArchivePage.class);
        boolean held = Turning.held(exchange);
        return Rendering.view("staff/archive")
                .model(Map.of("person", person, "lines", lines(page, Languages.of(exchange))))
                .model(Map.of("held", held, "address", Turning.address(ADDRESS, held)))
                .modelAttribute("first", Turning.after(exchange).isEmpty())
                .modelAttribute("next", page.next() == null ? "" : Hex16.of(page.next()))
                .modelAttribute("otherLanguage", Turning.inOtherLanguage(exchange))
                .build();
    }

    private CaseworkQuery.Archive query(SignedIn person, ServerWebExchange exchange) {
        return new CaseworkQuery.Archive(
                person.person(),
                leaves.coveredUpTo(LogName.WBS),
                Turning.held(exchange),
                Turning.after(exchange).orElse(null));
    }

    private List<ClosedLine> lines(ArchivePage page, Locale language) {
        Map<UUID, String> posts = offices.awaitPosts();
        return page.cards().stream()
                .map(card -> ClosedLine.of(card, posts, language))
                .toList();
    }
}
