package id.kulkul.web.audit;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/** An export as a file of lines, read while it is sent. */
final class Download {
    private Download() {}

    static ResponseEntity<Flux<String>> of(String file, Supplier<Stream<String>> lines, Scheduler reading) {
        Flux<String> body =
                Flux.fromStream(() -> lines.get().map(line -> line + "\n")).subscribeOn(reading);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .body(body);
    }
}
