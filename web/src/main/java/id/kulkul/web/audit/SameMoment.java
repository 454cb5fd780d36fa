package id.kulkul.web.audit;

import id.kulkul.web.page.Languages;
import java.util.List;
import java.util.Locale;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of the same page and moment in the other language. */
final class SameMoment {
    private static final List<String> KEPT =
            List.of("log", "at", "from", "to", "actor", "type", "month", "pile", "page");

    private SameMoment() {}

    static String inOtherLanguage(ServerWebExchange exchange) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath(exchange.getRequest().getPath().value());
        KEPT.forEach(name -> {
            String value = exchange.getRequest().getQueryParams().getFirst(name);
            if (value != null && !value.isBlank()) address.queryParam(name, value);
        });
        if (!Locale.ENGLISH.equals(Languages.of(exchange))) address.queryParam(Languages.PARAMETER, "en");
        return address.encode().build().toUriString();
    }
}
