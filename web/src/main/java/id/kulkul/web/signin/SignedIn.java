package id.kulkul.web.signin;

import id.kulkul.command.staff.Role;
import id.kulkul.query.staff.StaffRow;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A member of staff who has proved the passphrase; what they may do is asked anew of the directory for every case. */
public final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final UUID person;
    private final String name;
    private final String post;
    private final Set<Role> roles;

    SignedIn(String name, StaffRow row) {
        super(authorities(row.roles()));
        this.person = row.person();
        this.name = name;
        this.post = row.post();
        this.roles = Set.copyOf(row.roles());
        setAuthenticated(true);
    }

    private static Collection<SimpleGrantedAuthority> authorities(Set<Role> roles) {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    public UUID person() {
        return person;
    }

    /** The sign-in name. */
    @Override
    public String getName() {
        return name;
    }

    /** The public post. */
    public String getPost() {
        return post;
    }

    /** The role whose pages are shown: the first of the person's. */
    public Role getRole() {
        return List.of(Role.values()).stream()
                .filter(roles::contains)
                .findFirst()
                .orElse(Role.ADMINISTRATOR);
    }

    /** Whether a role is among the person's, by its name. */
    public boolean hasRole(String role) {
        return roles.contains(Role.valueOf(role));
    }

    /** Whether the person has work beside that of an auditor. */
    public boolean isOfTheOffice() {
        return !roles.equals(Set.of(Role.AUDITOR));
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return person;
    }
}
