package id.kulkul.web.seen;

import id.kulkul.web.page.Languages;
import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;

/**
 * Gives every page the day up to which a report may have been lost, the same for everybody, so that it tells nothing of
 * any report.
 */
@ControllerAdvice
class LossNotice {
    private final DeclaredLosses losses;

    LossNotice(DeclaredLosses losses) {
        this.losses = losses;
    }

    /** One day or none; never nothing at all, with which the attributes of all other advice would be lost. */
    @ModelAttribute("lossOfReports")
    List<String> days(ServerWebExchange exchange) {
        return losses.dayOfReports(Languages.of(exchange)).stream().toList();
    }
}
