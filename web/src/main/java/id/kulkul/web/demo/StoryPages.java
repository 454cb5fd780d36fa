package id.kulkul.web.demo;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.web.settings.DemonstrationOnly;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells a page that it belongs to the story, which its address asks for with {@code ?cerita=} or by the story's case.
 * In every other program no page hears of it, whatever its address asks for.
 */
@ControllerAdvice
@DemonstrationOnly
class StoryPages {
    private static final Pattern CASE = Pattern.compile("/(kerja|audit)/kasus/([0-9a-f]{32})");

    private static final int NONE = -1;

    private final Tours tours;

    StoryPages(Tours tours) {
        this.tours = tours;
    }

    @ModelAttribute("story")
    boolean story(ServerWebExchange exchange) {
        return exchange.getRequest().getQueryParams().containsKey("cerita");
    }

    /**
     * The step that comes after this page: 0 on the story's own page, {@value #NONE} on one that is not known to be of
     * it.
     */
    @ModelAttribute("storyStep")
    int step(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        if (path.equals("/demo")) return 0;
        Matcher known = CASE.matcher(path);
        if (known.matches() && tours.isOf(Hex16.parse(known.group(2))))
            return known.group(1).equals("kerja") ? 3 : 6;
        return switch (exchange.getRequest().getQueryParams().getFirst("cerita")) {
            case "jawab" -> 4;
            case "lihat" -> 5;
            case null, default -> NONE;
        };
    }
}
