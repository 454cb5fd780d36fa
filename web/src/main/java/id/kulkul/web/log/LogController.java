package id.kulkul.web.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.RecordedCheckpoint;
import id.kulkul.query.audit.Leaves;
import id.kulkul.web.page.AtOnce;
import id.kulkul.web.page.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The public face of the logs: the newest checkpoint of each, as a C2SP signed note, and the proof that it continues an
 * older one that somebody kept.
 */
@RestController
class LogController {
    private final Leaves leaves;

    LogController(Leaves leaves) {
        this.leaves = leaves;
    }

    @AtOnce
    @GetMapping("/log/{name}/checkpoint")
    ResponseEntity<String> checkpoint(@PathVariable String name) {
        return note(leaves.latest(Named.log(name)));
    }

    /**
     * The last checkpoint of one generation: where a loss was declared, that with which its origin was closed, as far
     * as it was kept.
     */
    @AtOnce
    @GetMapping("/log/{name}/{generation:[1-9][0-9]{0,5}}/checkpoint")
    ResponseEntity<String> checkpoint(@PathVariable String name, @PathVariable int generation) {
        return note(leaves.last(Named.log(name), generation));
    }

    private static ResponseEntity<String> note(Optional<RecordedCheckpoint> checkpoint) {
        return checkpoint
                .map(found -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                        .body(found.note()))
                .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "log/no-checkpoint"));
    }

    /**
     * The proof that the log of the first size is a prefix of that of the second (RFC 9162, section 2.1.4), as hashes
     * in hex.
     */
    @AtOnce
    @GetMapping("/log/{name}/konsistensi/{first}/{second}")
    Map<String, List<String>> consistency(
            @PathVariable String name, @PathVariable String first, @PathVariable String second) {
        LogName log = Named.log(name);
        long from = size(first);
        long to = size(second);
        if (to > leaves.size(log)) throw new Refused(HttpStatus.NOT_FOUND, "audit/beyond-checkpoint");
        if (from > to) throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        return Map.of(
                "path",
                leaves.consistency(log, from, to).stream().map(Digest::hex).toList());
    }

    private static long size(String asked) {
        if (!asked.matches("0|[1-9][0-9]{0,17}")) throw new Refused(HttpStatus.BAD_REQUEST, "audit/not-an-index");
        return Long.parseLong(asked);
    }
}
