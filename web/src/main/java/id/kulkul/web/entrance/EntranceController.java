package id.kulkul.web.entrance;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the entrance to all services. */
@Controller
class EntranceController {
    @GetMapping("/")
    String entrance() {
        return "entrance/entrance";
    }
}
