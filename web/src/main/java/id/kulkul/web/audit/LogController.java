package id.kulkul.web.audit;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.web.page.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public face of the logs: the newest checkpoint of each, as a C2SP signed note. */
@RestController
class LogController {
    private final Leaves leaves;

    LogController(Leaves leaves) {
        this.leaves = leaves;
    }

    @GetMapping("/log/{name}/checkpoint")
    ResponseEntity<String> checkpoint(@PathVariable String name) {
        return leaves.latest(log(name))
                .map(latest -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                        .body(latest.note()))
                .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "log/no-checkpoint"));
    }

    static LogName log(String name) {
        try {
            return LogName.of(name);
        } catch (IllegalArgumentException none) {
            throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        }
    }
}
