package id.kulkul.web.flood;

import id.kulkul.query.casework.InboxPage;
import id.kulkul.query.report.FloodList;
import id.kulkul.query.report.FloodPage;
import id.kulkul.web.casework.DeskCard;
import id.kulkul.web.casework.DeskPile;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Turning;
import id.kulkul.web.signin.SignedIn;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Shows what was set aside, and what somebody proposes to set aside. */
@Controller
class FloodController {
    /** A report of a proposal; {@code back} if it is on the desk all the same. */
    public record Listed(DeskCard card, boolean back) {}

    private final Known known;

    FloodController(Known known) {
        this.known = known;
    }

    @GetMapping("/kerja/disisihkan")
    Rendering aside(SignedIn person, ServerWebExchange exchange) {
        InboxPage page = known.aside(person, Turning.asked(exchange));
        return page("flood/aside", person, exchange)
                .modelAttribute("inbox", page)
                .modelAttribute("piles", DeskPile.of(page, Languages.of(exchange)))
                .build();
    }

    @GetMapping("/kerja/penyisihan")
    Rendering proposals(SignedIn person, ServerWebExchange exchange) {
        FloodList list = known.proposals(person, Turning.asked(exchange));
        Locale language = Languages.of(exchange);
        List<FloodWords> floods =
                list.floods().stream().map(row -> FloodWords.of(row, language)).toList();
        return page("flood/proposals", person, exchange)
                .modelAttribute("listing", list)
                .modelAttribute("floods", floods)
                .build();
    }

    @GetMapping("/kerja/penyisihan/{flood}")
    Rendering proposal(SignedIn person, @PathVariable String flood, ServerWebExchange exchange) {
        FloodPage page = known.one(person, flood, Turning.asked(exchange));
        Locale language = Languages.of(exchange);
        List<Listed> cards = page.cards().stream()
                .map(card -> new Listed(DeskCard.of(card.card(), language), card.back()))
                .toList();
        return page("flood/proposal", person, exchange)
                .modelAttribute("listing", page)
                .modelAttribute("flood", FloodWords.of(page.flood(), language))
                .modelAttribute("cards", cards)
                .build();
    }

    private static Rendering.Builder<?> page(String view, SignedIn person, ServerWebExchange exchange) {
        return Rendering.view(view)
                .modelAttribute("person", person)
                .modelAttribute("otherLanguage", Turning.inOtherLanguage(exchange))
                .model(Told.of(exchange.getRequest().getQueryParams()));
    }
}
