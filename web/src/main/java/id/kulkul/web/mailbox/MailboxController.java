package id.kulkul.web.mailbox;

import id.kulkul.command.policy.Due;
import id.kulkul.command.policy.Policies;
import id.kulkul.command.report.ReportRules;
import id.kulkul.command.report.ReportStage;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.mailbox.Deadline.Purpose;
import id.kulkul.web.page.AtOnce;
import id.kulkul.web.page.Fields;
import id.kulkul.web.page.Languages;
import id.kulkul.web.settings.Settings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Answers whoever types a receipt: always the same status, the same number of bytes, at the same moment after asking.
 */
@Controller
class MailboxController {
    /**
     * Twice the longest answer whose every character is four bytes of three letters each, so that one which is too long
     * comes back.
     */
    private static final int LARGEST_REPLY = 2 * Replies.LONGEST * 4 * 3;

    private final Boxes boxes;
    private final Replies replies;
    private final Proofs proofs;
    private final MailboxPages pages;
    private final Deadline deadline;
    private final Scheduler sealing;
    private final Map<String, Object> entrance;

    MailboxController(
            Boxes boxes,
            Replies replies,
            Proofs proofs,
            MailboxPages pages,
            Deadline deadline,
            Scheduler sealing,
            ServerKeys keys,
            Settings settings) {
        this.boxes = boxes;
        this.replies = replies;
        this.proofs = proofs;
        this.pages = pages;
        this.deadline = deadline;
        this.sealing = sealing;
        this.entrance = entrance(keys, settings);
    }

    /**
     * Every phrase that a browser may need later stands in the entrance already, so that nothing it asks for tells what
     * it opened.
     */
    private static Map<String, Object> entrance(ServerKeys keys, Settings settings) {
        Map<String, Object> model = new HashMap<>();
        model.put("exit", settings.exit());
        model.put("typed", "");
        model.put("root", keys.isComplete() ? keys.rootFingerprint().hex() : null);
        model.put("stages", ReportStage.values());
        model.put("statuses", Due.State.values());
        model.put("clocks", Policies.everyClock(ReportRules.FAMILY));
        model.put("lengths", Policies.everyLength(ReportRules.FAMILY));
        return model;
    }

    @AtOnce
    @GetMapping("/kotak")
    Rendering enter() {
        return Rendering.view("mailbox/enter").model(entrance).build();
    }

    @PostMapping("/kotak")
    Mono<ResponseEntity<byte[]>> look(ServerWebExchange exchange) {
        return answer(exchange, Fields.FEW, Purpose.LOOK, (keys, form) -> boxes.open(keys, Languages.of(exchange)));
    }

    @PostMapping("/kotak/jawab")
    Mono<ResponseEntity<byte[]>> reply(ServerWebExchange exchange) {
        return answer(exchange, LARGEST_REPLY, Purpose.REPLY, (keys, form) -> replies.send(
                        keys, form.getFirst("item"), form.getFirst("reply"))
                .flatMap(attempt -> boxes.open(keys, Languages.of(exchange)).map(box -> box.after(attempt))));
    }

    /**
     * The proof as a file of one size; it, too, is the same for an unknown receipt and for a report that no checkpoint
     * covers yet.
     */
    @PostMapping("/kotak/bukti")
    Mono<ResponseEntity<byte[]>> proof(ServerWebExchange exchange) {
        return Fields.of(exchange, Fields.FEW)
                .flatMap(form -> deadline.answer(Purpose.LOOK, () -> proofs.of(typed(form)), Mono.just(Proofs.NONE)))
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt.tlog-proof\"")
                        .body(Proofs.padded(file)));
    }

    private Mono<ResponseEntity<byte[]>> answer(
            ServerWebExchange exchange,
            int most,
            Purpose purpose,
            BiFunction<ReceiptKeys, MultiValueMap<String, String>, Mono<Box>> work) {
        Locale language = Languages.of(exchange);
        return Fields.of(exchange, most)
                .flatMap(form -> deadline.answer(purpose, () -> page(form, work, language), busy(form, language)))
                .map(page -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                        .header(HttpHeaders.CONTENT_ENCODING, "identity")
                        .body(page));
    }

    private Mono<byte[]> page(
            MultiValueMap<String, String> form,
            BiFunction<ReceiptKeys, MultiValueMap<String, String>, Mono<Box>> work,
            Locale language) {
        String typed = typed(form);
        return Mono.using(
                () -> Receipt.ofTyped(typed),
                receipt -> Mono.using(
                        receipt::keys,
                        keys -> work.apply(keys, form)
                                .publishOn(sealing)
                                .map(box -> pages.box(box, from(form), receipt, typed, language)),
                        ReceiptKeys::close),
                Receipt::close);
    }

    private static String typed(MultiValueMap<String, String> form) {
        return field(form, "receipt");
    }

    /** The message to begin with; what is no number begins at the newest. */
    private static int from(MultiValueMap<String, String> form) {
        String asked = field(form, "from");
        return asked.matches("[0-9]{1,5}") ? Integer.parseInt(asked) : 0;
    }

    private Mono<byte[]> busy(MultiValueMap<String, String> form, Locale language) {
        return Mono.fromCallable(() -> pages.busy(typed(form), field(form, "item"), field(form, "reply"), language))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static String field(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }
}
