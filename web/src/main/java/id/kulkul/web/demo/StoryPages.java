package id.kulkul.web.demo;

import id.kulkul.web.settings.DemonstrationOnly;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells a page that it belongs to the story, which its address asks for with {@code ?cerita=}. In every other program
 * no page hears of it, whatever its address asks for.
 */
@ControllerAdvice
@DemonstrationOnly
class StoryPages {
    @ModelAttribute("story")
    boolean story(ServerWebExchange exchange) {
        return exchange.getRequest().getQueryParams().containsKey("cerita");
    }
}
