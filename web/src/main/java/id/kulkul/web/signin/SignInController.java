package id.kulkul.web.signin;

import id.kulkul.command.staff.Role;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.PassphraseKeys;
import id.kulkul.crypto.keys.Stretching;
import id.kulkul.crypto.vault.StaffSecrets;
import id.kulkul.crypto.vault.StaffVault;
import id.kulkul.query.staff.StaffQuery;
import id.kulkul.query.staff.StaffRow;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.page.FieldText;
import id.kulkul.web.page.JsonBodies;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Refused;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Lets staff in by a proof computed from the passphrase in the browser; the passphrase itself never comes here. */
@Controller
class SignInController {
    /** A name and 43 characters need less. */
    static final int LARGEST = 4 * 1024;

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    /** Whose salt is asked for. */
    record Challenge(String name) {
        Challenge {
            name = FieldText.name(Objects.requireNonNullElse(name, ""));
        }
    }

    /** A sign-in name and the 32 bytes that prove the passphrase, base64url. */
    record Proof(String name, String auth) {
        Proof {
            name = FieldText.name(Objects.requireNonNullElse(name, ""));
            auth = Objects.requireNonNullElse(auth, "");
        }
    }

    private final StaffVault vault;
    private final Questions questions;
    private final ServerKeys keys;
    private final ServerSecurityContextRepository sessions;
    private final JsonBodies bodies;
    private final Scheduler sealing;

    SignInController(
            StaffVault vault,
            Questions questions,
            ServerKeys keys,
            ServerSecurityContextRepository sessions,
            JsonBodies bodies,
            Scheduler sealing) {
        this.vault = vault;
        this.questions = questions;
        this.keys = keys;
        this.sessions = sessions;
        this.bodies = bodies;
        this.sealing = sealing;
    }

    @GetMapping("/masuk")
    String door() {
        return "staff/signin";
    }

    @PostMapping(path = "/masuk/tantangan", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Mono<Map<String, Object>> challenge(ServerWebExchange exchange) {
        return bodies.of(exchange, LARGEST, Challenge.class)
                .flatMap(challenge -> account(challenge.name())
                        .map(account -> account.map(found -> found.secrets().how())
                                .orElseGet(() -> vault.decoy(challenge.name()))))
                .map(SignInController::parameters);
    }

    @PostMapping(path = "/masuk", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Void>> signIn(ServerWebExchange exchange) {
        return bodies.of(exchange, LARGEST, Proof.class).flatMap(proof -> signIn(proof, exchange));
    }

    private Mono<ResponseEntity<Void>> signIn(Proof proof, ServerWebExchange exchange) {
        return account(proof.name())
                .filter(account -> account.filter(found -> proves(proof, found)).isPresent())
                .flatMap(account -> questions.maybe(
                        new StaffQuery.OnePerson(account.orElseThrow().person()), StaffRow.class))
                .filter(row -> !row.retired())
                .switchIfEmpty(Mono.error(new Refused(HttpStatus.UNAUTHORIZED, "staff/wrong-name-or-passphrase")))
                .flatMap(row -> enter(new SignedIn(proof.name(), row), exchange));
    }

    /** What the browser needs to open its own box; worthless without the passphrase. */
    @GetMapping("/kerja/kunci")
    @ResponseBody
    Mono<Map<String, Object>> box(SignedIn person) {
        return account(person.getName()).flatMap(Mono::justOrEmpty).map(account -> {
            StaffSecrets secrets = account.secrets();
            return Map.of(
                    "bundle", text(secrets.bundle().bytes()),
                    "wrap", text(secrets.wrap().bytes()),
                    "person", Hex16.of(account.person()),
                    "tenant", Hex16.of(keys.tenant()),
                    "version", secrets.version());
        });
    }

    @PostMapping("/keluar")
    Mono<ResponseEntity<Void>> leave(ServerWebExchange exchange) {
        return exchange.getSession()
                .flatMap(WebSession::invalidate)
                .thenReturn(ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(Languages.address("/", exchange))
                        .header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")
                        .build());
    }

    private Mono<ResponseEntity<Void>> enter(SignedIn person, ServerWebExchange exchange) {
        boolean auditor = person.getRole() == Role.AUDITOR;
        return exchange.getSession()
                .flatMap(WebSession::changeSessionId)
                .then(sessions.save(exchange, new SecurityContextImpl(person)))
                .thenReturn(ResponseEntity.noContent()
                        .location(Languages.address(auditor ? "/audit" : "/kerja", exchange))
                        .build());
    }

    private Mono<Optional<StaffVault.Account>> account(String name) {
        return Mono.fromCallable(() -> vault.of(name)).subscribeOn(sealing);
    }

    private static boolean proves(Proof proof, StaffVault.Account account) {
        try {
            byte[] auth = Base64.getUrlDecoder().decode(proof.auth());
            return PassphraseKeys.verifier(auth).equals(account.secrets().authVerifier());
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static Map<String, Object> parameters(Stretching how) {
        return Map.of(
                "salt", text(how.salt()),
                "memoryKiB", how.memoryKiB(),
                "iterations", how.iterations(),
                "parallelism", how.parallelism());
    }

    private static String text(byte[] bytes) {
        return TEXT.encodeToString(bytes);
    }
}
