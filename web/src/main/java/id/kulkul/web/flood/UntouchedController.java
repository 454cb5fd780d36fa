package id.kulkul.web.flood;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.casework.Sheet;
import id.kulkul.query.report.Untouched;
import id.kulkul.web.casework.DeskCard;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Turning;
import id.kulkul.web.signin.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Shows the reports that nobody has looked through, by the marks at which they came. */
@Controller
class UntouchedController {
    /** A mark, by the size of its checkpoint, and how many reports of it nobody has looked through. */
    public record Group(long size, String mark, int reports, int proposed) {}

    /** A report of a mark; {@code proposed} if it waits in a proposal to be set aside. */
    public record Listed(DeskCard card, boolean proposed) {}

    private final Known known;
    private final Marked marked;

    UntouchedController(Known known, Marked marked) {
        this.known = known;
        this.marked = marked;
    }

    @GetMapping("/kerja/belum-ditelaah")
    Rendering marks(SignedIn person, ServerWebExchange exchange) {
        Untouched untouched = known.untouched(person);
        Sheet<Map.Entry<Long, List<Untouched.Card>>> sheet =
                Sheet.of(List.copyOf(marked.group(untouched.cards()).entrySet()), Turning.asked(exchange));
        Locale language = Languages.of(exchange);
        List<Group> groups = sheet.rows().stream()
                .map(row -> group(row.getKey(), row.getValue(), language))
                .toList();
        return page("flood/marks", person, exchange)
                .modelAttribute("listing", sheet)
                .modelAttribute("groups", groups)
                .modelAttribute("all", untouched.cards().size())
                .modelAttribute("cut", untouched.cut())
                .modelAttribute("nonce", nonce())
                .build();
    }

    private Group group(long size, List<Untouched.Card> cards, Locale language) {
        return new Group(size, marked.words(size, language), cards.size(), proposed(cards));
    }

    private static int proposed(List<Untouched.Card> cards) {
        return (int) cards.stream().filter(Untouched.Card::proposed).count();
    }

    @GetMapping("/kerja/belum-ditelaah/{mark}")
    Rendering mark(SignedIn person, @PathVariable String mark, ServerWebExchange exchange) {
        long size = mark.matches("[1-9][0-9]{0,17}") ? Long.parseLong(mark) : 0;
        List<Untouched.Card> cards =
                marked.group(known.untouched(person).cards()).get(size);
        if (cards == null) throw Known.absent();
        Locale language = Languages.of(exchange);
        Sheet<Untouched.Card> sheet = Sheet.of(cards, Turning.asked(exchange));
        int open = cards.size() - proposed(cards);
        return page("flood/mark", person, exchange)
                .modelAttribute("listing", sheet)
                .modelAttribute("group", group(size, cards, language))
                .modelAttribute("open", open)
                .modelAttribute("nonce", nonce())
                .modelAttribute(
                        "cards",
                        sheet.rows().stream()
                                .map(card -> new Listed(DeskCard.of(card.card(), language), card.proposed()))
                                .toList())
                .build();
    }

    /** The same form sent twice is one proposal. */
    private static String nonce() {
        return Hex16.of(UUID.randomUUID());
    }

    private static Rendering.Builder<?> page(String view, SignedIn person, ServerWebExchange exchange) {
        return Rendering.view(view)
                .modelAttribute("person", person)
                .modelAttribute("otherLanguage", Turning.inOtherLanguage(exchange))
                .model(Told.of(exchange.getRequest().getQueryParams()));
    }
}
