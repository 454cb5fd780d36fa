package id.kulkul.crypto.keys;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Orders the members of a manifest and gives out their groups, which follow from the roles alone. */
final class Groups {
    private Groups() {}

    static List<Member> given(Exclusion exclusion, List<Member> members) {
        var sorted = members.stream().sorted(Member.ORDER).toList();
        int investigators = (int) count(sorted, MemberRole.INVESTIGATOR);
        var given = new ArrayList<Member>();
        int position = 0;
        for (var member : sorted) {
            if (member.role() == MemberRole.INVESTIGATOR) position++;
            given.add(member.in(
                    switch (member.role()) {
                        case INVESTIGATOR -> exclusion.groups(position, investigators);
                        case OUTSIDE -> 1L << Exclusion.OUTSIDE;
                        case CUSTODIAN, COMMITTEE -> 0;
                    }));
        }
        return List.copyOf(given);
    }

    static long count(List<Member> members, MemberRole role) {
        return members.stream().filter(member -> member.role() == role).count();
    }

    /** True if no person and no key stands there twice. */
    static boolean distinct(List<Member> members) {
        var seen = new HashSet<Object>();
        return members.stream()
                .allMatch(member ->
                        seen.add(member.person()) && seen.add(member.recipient()) && seen.add(member.signing()));
    }
}
