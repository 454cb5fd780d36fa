package id.kulkul.web.clock;

import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Moments;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;

/** Gives the pages of staff and auditors the doubt about the clock, in words; no page of a reporter is told. */
@ControllerAdvice
class ClockNotice {
    /** A doubt in the words of a language; the message {@code clockdoubt.CAUSE} takes both times. */
    public record Doubt(String cause, String known, String shown) {}

    private final ClockWatch watch;

    ClockNotice(ClockWatch watch) {
        this.watch = watch;
    }

    /** One doubt or none; never nothing at all, with which the attributes of all other advice would be lost. */
    @ModelAttribute("clockDoubts")
    List<Doubt> doubts(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        if (!path.startsWith("/kerja") && !path.startsWith("/audit")) return List.of();
        Locale language = Languages.of(exchange);
        return watch
                .doubt()
                .map(doubt -> new Doubt(
                        doubt.cause().name(),
                        Moments.minute(doubt.known(), language),
                        Moments.minute(doubt.shown(), language)))
                .stream()
                .toList();
    }
}
