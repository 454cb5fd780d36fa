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
import id.kulkul.web.page.Failures;
import id.kulkul.web.page.Fields;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Lease;
import id.kulkul.web.page.Places;
import id.kulkul.web.page.Refused;
import id.kulkul.web.settings.Settings;
import id.kulkul.web.upload.Attachments;
import id.kulkul.web.upload.FormStream;
import id.kulkul.web.upload.SealedFile;
import id.kulkul.web.upload.UnreadableForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    private static final int LARGEST_REPLY = 2 * AnswerForm.LONGEST * 4 * 3;

    /** As many answers bring files at once as reports; a text alone waits for none of them. */
    private static final int AT_ONCE = 64;

    /** How often the place of an answer with files is looked for, a second each time. */
    private static final int MOST_LOOKS = 10;

    private final Boxes boxes;
    private final Replies replies;
    private final Proofs proofs;
    private final MailboxPages pages;
    private final Attachments attachments;
    private final Deadline deadline;
    private final Scheduler sealing;
    private final Scheduler keeping;
    private final FormStream forms;
    private final Places places = new Places(AT_ONCE);
    private final Map<String, Object> entrance;

    MailboxController(
            Boxes boxes,
            Replies replies,
            Proofs proofs,
            MailboxPages pages,
            Attachments attachments,
            Deadline deadline,
            Scheduler sealing,
            Scheduler keeping,
            Scheduler answering,
            ServerKeys keys,
            Settings settings) {
        this.boxes = boxes;
        this.replies = replies;
        this.proofs = proofs;
        this.pages = pages;
        this.attachments = attachments;
        this.deadline = deadline;
        this.sealing = sealing;
        this.keeping = keeping;
        this.forms = new FormStream(answering);
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
        return Rendering.view("mailbox/enter")
                .model(entrance)
                .modelAttribute("noAttachments", attachments.seen().orElse(""))
                .modelAttribute("largest", attachments.largest().toMegabytes())
                .build();
    }

    @PostMapping("/kotak")
    Mono<ResponseEntity<byte[]>> look(ServerWebExchange exchange) {
        Locale language = Languages.of(exchange);
        return Fields.of(exchange, Fields.FEW)
                .flatMap(form -> deadline.answer(
                        Purpose.LOOK,
                        () -> page(typed(form), from(form), language, keys -> boxes.open(keys, language)),
                        busy(AnswerForm.of(typed(form), "", ""), language)))
                .map(MailboxController::whole);
    }

    @PostMapping(path = "/kotak/jawab", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<byte[]>> reply(ServerWebExchange exchange) {
        return Fields.of(exchange, LARGEST_REPLY)
                .map(form -> AnswerForm.of(typed(form), field(form, "item"), field(form, "reply")))
                .flatMap(answer -> reply(answer, Languages.of(exchange)));
    }

    /**
     * The same with files, which are sealed and kept as they come, whether the receipt is known or not; the moment of
     * the answer counts from when all is there.
     */
    @PostMapping(path = "/kotak/jawab", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> replyWithFiles(ServerWebExchange exchange) {
        return Mono.defer(() -> {
            Lease lease = Lease.of(exchange);
            Locale language = Languages.of(exchange);
            AnswerIntake intake =
                    new AnswerIntake(receipt -> place(receipt, lease), () -> places.leave(lease), attachments, lease);
            return forms.answered(
                    intake,
                    exchange.getRequest(),
                    lease,
                    () -> {
                        places.leave(lease);
                        return kept(intake).then(Mono.defer(() -> reply(intake, language)));
                    },
                    failure -> failed(intake.form(), failure, language));
        });
    }

    /**
     * Where files of an answer stand, found within the same moment for every receipt, since the sender sees how long it
     * takes; nothing if too many bring files, or the mailbox has no time again and again. Meanwhile the body waits.
     */
    private Optional<AnswerPlace> place(String typed, Lease lease) {
        if (!places.enter(lease)) return Optional.empty();
        Optional<AnswerPlace> place = Optional.empty();
        for (int i = 0; i < MOST_LOOKS && place.isEmpty(); i++)
            place = Objects.requireNonNull(deadline.answer(
                            Purpose.REPLY,
                            () -> withKeys(typed, (receipt, keys) -> replies.place(keys))
                                    .map(Optional::of),
                            Mono.just(Optional.<AnswerPlace>empty()))
                    .block());
        return place;
    }

    private Mono<Void> kept(AnswerIntake intake) {
        if (intake.form().mistake().isPresent()) return Mono.empty();
        return Mono.<Void>fromRunnable(() -> {
                    try {
                        for (SealedFile file : intake.files()) file.blob().keep();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .subscribeOn(keeping);
    }

    /** What was not whole is never sent, however much of it came. */
    private Mono<ResponseEntity<byte[]>> failed(AnswerForm answer, Throwable failure, Locale language) {
        if (failure instanceof UnreadableForm) {
            answer.breakOff();
            return reply(answer, language);
        }
        if (!(failure instanceof Refused)) Failures.note(failure);
        return busy(answer, language).map(MailboxController::whole);
    }

    private Mono<ResponseEntity<byte[]>> reply(AnswerForm answer, Locale language) {
        return deadline.answer(Purpose.REPLY, () -> replied(answer, List.of(), language), busy(answer, language))
                .map(MailboxController::whole);
    }

    /** Who brought files was admitted when their place was found, and is not sent away after all that. */
    private Mono<ResponseEntity<byte[]>> reply(AnswerIntake intake, Locale language) {
        AnswerForm answer = intake.form();
        if (intake.files().isEmpty()) return reply(answer, language);
        return deadline.answerAdmitted(() -> replied(answer, intake.files(), language), busy(answer, language))
                .map(MailboxController::whole);
    }

    private Mono<byte[]> replied(AnswerForm answer, List<SealedFile> files, Locale language) {
        return page(answer.receipt(), 0, language, keys -> attempt(keys, answer, files)
                .flatMap(attempt -> boxes.open(keys, language).map(box -> box.after(attempt))));
    }

    private Mono<Box.Attempt> attempt(ReceiptKeys keys, AnswerForm answer, List<SealedFile> files) {
        return Mono.justOrEmpty(answer.mistake()).switchIfEmpty(Mono.defer(() -> replies.send(keys, answer, files)));
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

    private Mono<byte[]> page(String typed, int from, Locale language, Function<ReceiptKeys, Mono<Box>> work) {
        return withKeys(typed, (receipt, keys) -> work.apply(keys)
                .publishOn(sealing)
                .map(box -> pages.box(box, from, receipt, typed, language)));
    }

    private static <T> Mono<T> withKeys(String typed, BiFunction<Receipt, ReceiptKeys, Mono<T>> work) {
        return Mono.using(
                () -> Receipt.ofTyped(typed),
                receipt -> Mono.using(receipt::keys, keys -> work.apply(receipt, keys), ReceiptKeys::close),
                Receipt::close);
    }

    private static ResponseEntity<byte[]> whole(byte[] page) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_ENCODING, "identity")
                .body(page);
    }

    private static String typed(MultiValueMap<String, String> form) {
        return field(form, "receipt");
    }

    /** The message to begin with; what is no number begins at the newest. */
    private static int from(MultiValueMap<String, String> form) {
        String asked = field(form, "from");
        return asked.matches("[0-9]{1,5}") ? Integer.parseInt(asked) : 0;
    }

    private Mono<byte[]> busy(AnswerForm answer, Locale language) {
        return Mono.fromCallable(() -> pages.busy(answer, language)).subscribeOn(Schedulers.boundedElastic());
    }

    private static String field(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }
}
