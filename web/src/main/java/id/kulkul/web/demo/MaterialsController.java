package id.kulkul.web.demo;

import id.kulkul.web.page.AtOnce;
import id.kulkul.web.settings.DemonstrationOnly;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows everything that pages are made of, in each of its states, for whoever looks after the style sheet. */
@Controller
@DemonstrationOnly
class MaterialsController {
    @AtOnce
    @GetMapping("/demo/bahan")
    String materials() {
        return "demo/materials";
    }
}
