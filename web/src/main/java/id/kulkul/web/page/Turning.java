package id.kulkul.web.page;

import java.util.Locale;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/** Which page of a long list an address asks for; pages are turned by links alone. */
public final class Turning {
    private static final String PAGE = "page";

    private Turning() {}

    /** The page, counted from 1; any text that is no number means the first. */
    public static int asked(ServerWebExchange exchange) {
        String page = exchange.getRequest().getQueryParams().getFirst(PAGE);
        return page != null && page.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(page) : 1;
    }

    /** The address of the same page of the list in the other language. */
    public static String inOtherLanguage(ServerWebExchange exchange) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath(exchange.getRequest().getPath().value());
        if (asked(exchange) > 1) address.queryParam(PAGE, asked(exchange));
        if (!Locale.ENGLISH.equals(Languages.of(exchange))) address.queryParam(Languages.PARAMETER, "en");
        return address.build().toUriString();
    }
}
