package id.kulkul.web.page;

import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page its {@link Frame}, its path, and the way to the same page in the other language. */
@ControllerAdvice
class PageModel {
    private final Frame frame;

    PageModel(Frame frame) {
        this.frame = frame;
    }

    @ModelAttribute
    void frame(Model model) {
        model.addAllAttributes(frame.attributes());
    }

    /** Empty where a visitor stands as nobody. */
    @ModelAttribute("stand")
    String stand(ServerWebExchange exchange) {
        return frame.stand(exchange.getRequest().getPath().value()).orElse("");
    }

    /** The path of the page, by which the menu of the staff knows where it stands. */
    @ModelAttribute("path")
    String path(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value();
    }

    @ModelAttribute("otherLanguage")
    String otherLanguage(ServerWebExchange exchange) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath(exchange.getRequest().getPath().value());
        if (!Locale.ENGLISH.equals(Languages.of(exchange))) address.queryParam(Languages.PARAMETER, "en");
        return address.build().toUriString();
    }
}
