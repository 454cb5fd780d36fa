package id.kulkul.web.health;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives the pages of staff what is wrong with the office, so that nobody waits for what does not come. */
@ControllerAdvice
class Banner {
    private final Reception reception;

    Banner(Reception reception) {
        this.reception = reception;
    }

    /** Codes of sentences, worst first; none where all is well. */
    @ModelAttribute("troubles")
    List<String> troubles() {
        return of(reception.condition());
    }

    static List<String> of(Condition condition) {
        List<String> troubles = new ArrayList<>();
        if (!condition.receives()) troubles.add("closed");
        if (condition.isStopped()) troubles.add("stopped");
        if (condition.isDamaged()) troubles.add("damaged");
        if (condition.isBehind()) troubles.add("behind");
        if (!condition.late().isEmpty()) troubles.add("unsigned");
        return troubles;
    }
}
