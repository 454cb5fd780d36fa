package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.Member;
import id.kulkul.crypto.keys.MemberRole;
import id.kulkul.crypto.log.InvalidEvidence;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who may read, each with the post under which the public history registered that person: no server can name them
 * otherwise for one reporter alone.
 */
final class Readers {
    private static final int STAFF = 3;
    private static final int REGISTERED = 5;

    private final VouchedList list;
    private final Map<UUID, String> posts = new HashMap<>();

    /**
     * Believes the post of a person where the log holds that person's registration; {@link InvalidEvidence} names the
     * first that does not stand.
     */
    Readers(VouchedList list, Json answer) throws InvalidEvidence {
        this.list = list;
        Json said = answer.at("registered");
        for (Member member : readers(list)) {
            String person = Hex16.of(member.person());
            if (!said.has(person)) throw new InvalidEvidence("unregistered-reader");
            posts.put(member.person(), post(member.person(), said.at(person)));
        }
    }

    /** Whoever may read a report: the investigators, then those outside. */
    private static List<Member> readers(VouchedList list) {
        return Stream.of(MemberRole.INVESTIGATOR, MemberRole.OUTSIDE)
                .flatMap(role -> list.manifest().with(role).stream())
                .toList();
    }

    private String post(UUID person, Json said) throws InvalidEvidence {
        LoggedEvent event = LoggedEvent.of(said);
        if (!event.is(STAFF, REGISTERED) || !event.begins(person)) throw new InvalidEvidence("other-reader");
        event.verify(list.manifest().tenant(), list.policy());
        return Json.parse(event.payload()).at("post").text();
    }

    void print(PrintStream out) {
        out.println("list " + list.manifest().digest().hex() + " epoch "
                + list.manifest().epoch());
        for (Member member : readers(list)) {
            String where = member.role() == MemberRole.OUTSIDE ? " (outside)" : "";
            out.println(Hex16.of(member.person()) + " " + printable(posts.getOrDefault(member.person(), "")) + where);
        }
        out.println("The root signed this list, and each post stands in the public history.");
        out.println("Compare both with what the organisation published before you leave somebody out.");
    }

    /** What a terminal might act upon, or show in another order, is a question mark. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}]", "?");
    }
}
