package id.kulkul.web.mailbox;

import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.web.page.Languages;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.core.env.Environment;
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

/** Answers whoever types a receipt: always the same status, the same number of bytes, at the same moment after asking. */
@Controller
class MailboxController {
    /** When every answer leaves, counted from the arrival of the question. */
    static final Duration DEADLINE = Duration.ofSeconds(1);

    private static final int MOST_MESSAGES = 40;
    private static final Duration WORK = Duration.ofMillis(900);

    private final Boxes boxes;
    private final Replies replies;
    private final EqualPages pages;
    private final LookupLimit limit;
    private final Scheduler sealing;
    private final Map<String, Object> frame;

    MailboxController(
            Boxes boxes,
            Replies replies,
            EqualPages pages,
            LookupLimit limit,
            Scheduler sealing,
            Environment environment) {
        this.boxes = boxes;
        this.replies = replies;
        this.pages = pages;
        this.limit = limit;
        this.sealing = sealing;
        this.frame = Map.of(
                "exit", environment.getProperty("kulkul.exit", "https://www.bmkg.go.id/"),
                "demonstration", environment.getProperty("kulkul.demo", Boolean.class, false));
    }

    @GetMapping("/kotak")
    Rendering enter() {
        return Rendering.view("mailbox/enter")
                .model(Map.of("exit", frame.get("exit"), "typed", ""))
                .build();
    }

    @PostMapping("/kotak")
    Mono<ResponseEntity<byte[]>> look(ServerWebExchange exchange) {
        return answer(exchange, (keys, form) -> boxes.open(keys, Languages.of(exchange)));
    }

    @PostMapping("/kotak/jawab")
    Mono<ResponseEntity<byte[]>> reply(ServerWebExchange exchange) {
        return answer(exchange, (keys, form) -> replies.send(keys, form.getFirst("item"), form.getFirst("reply"))
                .flatMap(sent -> boxes.open(keys, Languages.of(exchange)).map(sent::shownIn)));
    }

    private Mono<ResponseEntity<byte[]>> answer(
            ServerWebExchange exchange, BiFunction<ReceiptKeys, MultiValueMap<String, String>, Mono<Box>> work) {
        Locale language = Languages.of(exchange);
        return exchange.getFormData()
                .flatMap(form -> {
                    String typed =
                            form.getOrDefault("receipt", java.util.List.of("")).getFirst();
                    Mono<byte[]> page = Mono.using(
                                    () -> Receipt.ofTyped(typed),
                                    receipt -> Mono.using(
                                            receipt::keys,
                                            keys -> work.apply(keys, form)
                                                    .publishOn(sealing)
                                                    .map(box -> render(box, receipt, typed, language)),
                                            ReceiptKeys::close),
                                    Receipt::close)
                            .subscribeOn(sealing)
                            .timeout(WORK, Schedulers.parallel())
                            .onErrorResume(late -> busy(language));
                    return limit.admits() ? page : busy(language);
                })
                .zipWith(Mono.delay(DEADLINE), (page, tick) -> page)
                .map(page -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                        .header(HttpHeaders.CONTENT_ENCODING, "identity")
                        .body(page));
    }

    private byte[] render(Box box, Receipt receipt, String typed, Locale language) {
        Map<String, Object> model = new HashMap<>(frame);
        model.put("greeting", receipt.greeting());
        model.put("receipt", typed.length() > 512 ? typed.substring(0, 512) : typed);
        model.put("otherLanguage", language.equals(Locale.ENGLISH) ? "/kotak" : "/kotak?lang=en");
        for (int newest = Math.min(box.messages().size(), MOST_MESSAGES); newest >= 0; newest--) {
            model.put("box", box.showing(newest));
            if (EqualPages.fits(pages.length("mailbox/mailbox", model, language))) break;
        }
        return pages.render("mailbox/mailbox", model, language);
    }

    private Mono<byte[]> busy(Locale language) {
        Map<String, Object> model = new HashMap<>(frame);
        model.put("otherLanguage", language.equals(Locale.ENGLISH) ? "/kotak" : "/kotak?lang=en");
        return Mono.fromCallable(() -> pages.render("mailbox/busy", model, language))
                .subscribeOn(Schedulers.boundedElastic());
    }
}
