package id.kulkul.web.page;

import id.kulkul.web.settings.Settings;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Gives every page the two facts of its frame: the way to the same page in the other language, and whether all is
 * fictional.
 */
@ControllerAdvice
class PageModel {
    private final boolean demonstration;

    PageModel(Settings settings) {
        demonstration = settings.demo();
    }

    @ModelAttribute("demonstration")
    boolean demonstration() {
        return demonstration;
    }

    @ModelAttribute("otherLanguage")
    String otherLanguage(ServerWebExchange exchange) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath(exchange.getRequest().getPath().value());
        if (!Locale.ENGLISH.equals(Languages.of(exchange))) address.queryParam(Languages.PARAMETER, "en");
        return address.build().toUriString();
    }
}
