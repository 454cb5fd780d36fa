package id.kulkul.web.entrance;

import id.kulkul.web.page.AtOnce;
import id.kulkul.web.page.Languages;
import id.kulkul.web.seen.DeclaredLosses;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Shows the entrance to all services, and what was ever declared lost of the logs. */
@Controller
class EntranceController {
    private final DeclaredLosses losses;

    EntranceController(DeclaredLosses losses) {
        this.losses = losses;
    }

    @AtOnce
    @GetMapping("/")
    Rendering entrance(ServerWebExchange exchange) {
        return Rendering.view("entrance/entrance")
                .modelAttribute("losses", losses.in(Languages.of(exchange)))
                .build();
    }
}
