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
import id.kulkul.web.page.AtOnce;
import id.kulkul.web.page.FieldText;
import id.kulkul.web.page.Inside;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Refused;
import id.kulkul.web.page.Sent;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;

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

    SignInController(StaffVault vault, Questions questions, ServerKeys keys, ServerSecurityContextRepository sessions) {
        this.vault = vault;
        this.questions = questions;
        this.keys = keys;
        this.sessions = sessions;
    }

    /** With {@code ke} the way goes on to that page, if it is one of those behind the door. */
    @AtOnce
    @GetMapping("/masuk")
    Rendering door(@RequestParam(defaultValue = "") String ke) {
        return Rendering.view("staff/signin")
                .modelAttribute("goesTo", Inside.pageOr("", ke))
                .build();
    }

    @PostMapping(path = "/masuk/tantangan", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> challenge(@Sent(LARGEST) Challenge challenge) {
        return parameters(vault.of(challenge.name())
                .map(found -> found.secrets().how())
                .orElseGet(() -> vault.decoy(challenge.name())));
    }

    @PostMapping(path = "/masuk", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> signIn(@Sent(LARGEST) Proof proof, WebSession session, ServerWebExchange exchange) {
        StaffRow row = vault.of(proof.name())
                .filter(found -> proves(proof, found))
                .flatMap(found -> questions.awaitMaybe(new StaffQuery.OnePerson(found.person()), StaffRow.class))
                .filter(known -> !known.retired())
                .orElseThrow(() -> new Refused(HttpStatus.UNAUTHORIZED, "staff/wrong-name-or-passphrase"));
        return enter(new SignedIn(proof.name(), row), session, exchange);
    }

    /** What the browser needs to open its own box; worthless without the passphrase. */
    @GetMapping("/kerja/kunci")
    @ResponseBody
    Map<String, Object> box(SignedIn person) {
        StaffVault.Account account = vault.of(person.getName()).orElseThrow();
        StaffSecrets secrets = account.secrets();
        return Map.of(
                "bundle", text(secrets.bundle().bytes()),
                "wrap", text(secrets.wrap().bytes()),
                "person", Hex16.of(account.person()),
                "tenant", Hex16.of(keys.tenant()),
                "version", secrets.version());
    }

    @PostMapping("/keluar")
    ResponseEntity<Void> leave(WebSession session, ServerWebExchange exchange) {
        session.invalidate().block();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(Languages.address("/", exchange))
                .header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")
                .build();
    }

    private ResponseEntity<Void> enter(SignedIn person, WebSession session, ServerWebExchange exchange) {
        session.changeSessionId().block();
        sessions.save(exchange, new SecurityContextImpl(person)).block();
        boolean auditor = person.getRole() == Role.AUDITOR;
        return ResponseEntity.noContent()
                .location(Languages.address(auditor ? "/audit/kasus" : "/kerja", exchange))
                .build();
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
