package id.kulkul.web.about;

import id.kulkul.web.page.AtOnce;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** Shows what the office says about itself; each line of a page is a numbered word of its bundle. */
@Controller
class AboutController {
    @AtOnce
    @GetMapping("/tentang/hukum")
    Rendering law() {
        return page("law", 4);
    }

    @AtOnce
    @GetMapping("/tentang/pelindungan")
    Rendering protection() {
        return page("protection", 6);
    }

    @AtOnce
    @GetMapping("/tentang/privasi")
    Rendering privacy() {
        return page("privacy", 4);
    }

    @AtOnce
    @GetMapping("/tentang/aksesibilitas")
    Rendering accessibility() {
        return page("accessibility", 3);
    }

    @AtOnce
    @GetMapping("/tentang/periksa")
    Rendering check() {
        return page("check", 4);
    }

    private static Rendering page(String name, int lines) {
        return Rendering.view("about/page")
                .modelAttribute("about", name)
                .modelAttribute("lines", lines)
                .build();
    }
}
