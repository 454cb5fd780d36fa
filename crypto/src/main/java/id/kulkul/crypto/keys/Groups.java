package id.kulkul.crypto.keys;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Orders the members of a manifest and gives out their groups, which follow from the roles alone. */
final class Groups {
    static final int LAST_EXCLUDING = 30;
    static final int OUTSIDE = 31;

    private Groups() {}

    static List<Member> given(List<Member> members) {
        var sorted = members.stream().sorted(Member.ORDER).toList();
        int investigators = (int) count(sorted, MemberRole.INVESTIGATOR);
        var given = new ArrayList<Member>();
        int position = 0;
        for (var member : sorted) {
            if (member.role() == MemberRole.INVESTIGATOR) position++;
            given.add(member.in(
                    switch (member.role()) {
                        case INVESTIGATOR -> investigator(position, investigators);
                        case OUTSIDE -> 1L << OUTSIDE;
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

    private static long investigator(int position, int investigators) {
        long groups = 1;
        for (int group = 1; group <= Math.min(investigators, LAST_EXCLUDING); group++) {
            if (group != position) groups |= 1L << group;
        }
        return groups;
    }
}
