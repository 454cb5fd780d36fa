package id.kulkul.web.page;

import id.kulkul.crypto.bytes.Hex16;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/** Which part of a long list an address asks for; pages are turned by links alone. */
public final class Turning {
    private static final String PAGE = "page";
    private static final String AFTER = "after";
    private static final String HELD = "held";
    private static final String BY_ME = "me";

    private Turning() {}

    /** The page, counted from 1; any text that is no number means the first. */
    public static int asked(ServerWebExchange exchange) {
        String page = exchange.getRequest().getQueryParams().getFirst(PAGE);
        return page != null && page.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(page) : 1;
    }

    /** The case after which the page begins; any text that is no id means the first page. */
    public static Optional<UUID> after(ServerWebExchange exchange) {
        String after = exchange.getRequest().getQueryParams().getFirst(AFTER);
        return Optional.ofNullable(after)
                .filter(id -> id.matches("[0-9a-f]{32}"))
                .map(Hex16::parse);
    }

    /** Whether only the cases that the person holds are asked for. */
    public static boolean held(ServerWebExchange exchange) {
        return BY_ME.equals(exchange.getRequest().getQueryParams().getFirst(HELD));
    }

    /** The address of a list of all cases, or of those alone that the person holds. */
    public static String address(String list, boolean held) {
        return held ? list + "?" + HELD + "=" + BY_ME : list;
    }

    /** The address of the same page of the list in the other language. */
    public static String inOtherLanguage(ServerWebExchange exchange) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath(exchange.getRequest().getPath().value());
        if (held(exchange)) address.queryParam(HELD, BY_ME);
        if (asked(exchange) > 1) address.queryParam(PAGE, asked(exchange));
        after(exchange).ifPresent(id -> address.queryParam(AFTER, Hex16.of(id)));
        if (!Locale.ENGLISH.equals(Languages.of(exchange))) address.queryParam(Languages.PARAMETER, "en");
        return address.build().toUriString();
    }
}
