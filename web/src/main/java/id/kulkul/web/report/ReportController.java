package id.kulkul.web.report;

import id.kulkul.command.report.ReportRules;
import id.kulkul.web.channel.NotNow;
import id.kulkul.web.channel.Office;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.channel.Receiving;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.page.Failures;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Lease;
import id.kulkul.web.page.Moments;
import id.kulkul.web.page.Places;
import id.kulkul.web.page.Refused;
import id.kulkul.web.settings.Settings;
import id.kulkul.web.upload.Attachments;
import id.kulkul.web.upload.FormStream;
import id.kulkul.web.upload.UnreadableForm;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The form of the protected channel, and the receipt that it is answered with. */
@Controller
class ReportController {
    private static final int AT_ONCE = 64;

    private final Offices offices;
    private final Submissions submissions;
    private final Attachments attachments;
    private final Receiving receiving;
    private final ServerKeys keys;
    private final Clock clock;
    private final FormStream forms;
    private final Places places = new Places(AT_ONCE);
    private final String exit;

    ReportController(
            Offices offices,
            Submissions submissions,
            Attachments attachments,
            Receiving receiving,
            ServerKeys keys,
            Clock clock,
            Scheduler sealing,
            Settings settings) {
        this.offices = offices;
        this.submissions = submissions;
        this.attachments = attachments;
        this.receiving = receiving;
        this.keys = keys;
        this.clock = clock;
        this.forms = new FormStream(sealing);
        this.exit = settings.exit();
    }

    @GetMapping("/lapor")
    Mono<Rendering> form() {
        return offices.open()
                .map(office -> receiving
                        .obstacle()
                        .map(this::notNow)
                        .orElseGet(() -> page(new ReportForm(), office, HttpStatus.OK)))
                .defaultIfEmpty(notOpen());
    }

    @PostMapping(path = "/lapor", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<Rendering> submit(ServerWebExchange exchange) {
        Lease lease = Lease.of(exchange);
        return places.during(
                lease, received(exchange, lease), () -> new Refused(HttpStatus.SERVICE_UNAVAILABLE, "page/busy"));
    }

    private Mono<Rendering> received(ServerWebExchange exchange, Lease lease) {
        return offices.open()
                .flatMap(office -> {
                    ReportIntake intake = new ReportIntake(office, attachments, lease);
                    return forms.answered(
                            intake,
                            exchange.getRequest(),
                            lease,
                            () -> answer(intake, office, exchange),
                            failure -> Mono.just(failed(intake, office, failure)));
                })
                .switchIfEmpty(Mono.fromSupplier(ReportController::notOpen));
    }

    private Mono<Rendering> answer(ReportIntake intake, Office office, ServerWebExchange exchange) {
        ReportForm form = intake.form();
        Optional<NotNow> obstacle = receiving.obstacle();
        if (obstacle.isPresent())
            return Mono.just(refused(intake, office, obstacle.get().code()));
        Mistakes.find(form, office, categories());
        if (!form.getErrors().isEmpty()) return Mono.just(page(form, office, HttpStatus.UNPROCESSABLE_CONTENT));
        return submissions
                .submit(form, intake.files(), office, Languages.of(exchange))
                .map(receipted -> receipt(receipted, exchange));
    }

    /** Whatever the reason, the text comes back to the one who typed it: it is written down nowhere else. */
    private Rendering failed(ReportIntake intake, Office office, Throwable failure) {
        if (failure instanceof UnreadableForm) return unreadable(intake, office);
        Optional<NotNow> obstacle = receiving.obstacle();
        if (obstacle.isPresent()) return refused(intake, office, obstacle.get().code());
        if (!(failure instanceof Submissions.Busy)) Failures.note(failure);
        return refused(intake, office, "report/busy");
    }

    private Rendering refused(ReportIntake intake, Office office, String code) {
        intake.form().refuseWith("body", code);
        return page(intake.form(), office, HttpStatus.SERVICE_UNAVAILABLE);
    }

    private Rendering unreadable(ReportIntake intake, Office office) {
        intake.form().refuse("body", "unreadable-form");
        return page(intake.form(), office, HttpStatus.BAD_REQUEST);
    }

    /** What keeps attachments out is told before anything is chosen. */
    private Rendering page(ReportForm form, Office office, HttpStatus status) {
        return Rendering.view("report/form")
                .status(status)
                .model(Map.of(
                        "form", form,
                        "categories", categories(),
                        "readers", office.readers(),
                        "custodians", office.custodians(),
                        "custodiansNeeded", office.needed(),
                        "exit", exit,
                        "root", keys.rootFingerprint().hex(),
                        "list", office.digest().hex()))
                .modelAttribute("outside", office.outside())
                .modelAttribute("excludesAny", office.excludesAny())
                .modelAttribute("largest", attachments.largest().toMegabytes())
                .modelAttribute("noAttachments", attachments.seen().orElse(""))
                .build();
    }

    /** Before anything is typed: what was written for nothing is not written again. */
    private Rendering notNow(NotNow why) {
        return Rendering.view("report/not-now")
                .status(HttpStatus.SERVICE_UNAVAILABLE)
                .modelAttribute("code", why.code())
                .modelAttribute("exit", exit)
                .build();
    }

    /** The mailbox is at the address by which the form was reached, which may be an onion. */
    private Rendering receipt(Receipted receipted, ServerWebExchange exchange) {
        Locale language = Languages.of(exchange);
        FirstDays days = FirstDays.of(clock.instant());
        return Rendering.view("report/receipt")
                .model(Map.of(
                        "receipt", receipted,
                        "host", exchange.getRequest().getURI().getAuthority(),
                        "acknowledged", Moments.weekday(days.acknowledged(), language),
                        "answered", Moments.weekday(days.answered(), language),
                        "promise", receipted.promise().promise(),
                        "promiseDue", Moments.hour(receipted.promise().due(), language),
                        "exit", exit,
                        "otherLanguage", ""))
                .build();
    }

    private static Rendering notOpen() {
        return Rendering.view("report/not-open").build();
    }

    private List<String> categories() {
        return ReportRules.categories(ReportRules.inForce(clock.instant()));
    }
}
