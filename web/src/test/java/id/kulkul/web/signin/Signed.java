package id.kulkul.web.signin;

import id.kulkul.crypto.vault.StaffVault;
import id.kulkul.query.staff.StaffQuery;
import id.kulkul.query.staff.StaffRow;
import id.kulkul.web.bus.Questions;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.ApplicationContext;

/** Somebody of the staff of a running program, as if the passphrase had been given. */
public final class Signed {
    private Signed() {}

    public static SignedIn in(ApplicationContext program, String name) {
        var account = program.getBean(StaffVault.class).of(name).orElseThrow();
        var row = program.getBean(Questions.class)
                .maybe(new StaffQuery.OnePerson(account.person()), StaffRow.class)
                .block(Duration.ofSeconds(60));
        return new SignedIn(name, Objects.requireNonNull(row));
    }
}
