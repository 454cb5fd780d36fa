package id.kulkul.crypto.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The witnesses' rule of a policy: a name, and what the names of groups stand for.
 *
 * @param groups in the order of the file, in which a group names only what stands before it
 */
record Quorum(String name, Map<String, Group> groups) {

    /** Met when at least k members are. */
    record Group(int k, List<String> members) {}

    Quorum {
        groups = new LinkedHashMap<>(groups);
    }

    boolean isNone() {
        return name.equals("none");
    }

    boolean metBy(Set<String> cosigners) {
        return isNone() || met(name, cosigners);
    }

    private boolean met(String member, Set<String> cosigners) {
        Group group = groups.get(member);
        if (group == null) return cosigners.contains(member);
        return group.members().stream().filter(one -> met(one, cosigners)).count() >= group.k();
    }
}
