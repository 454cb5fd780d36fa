package id.kulkul.query.staff;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.Member;
import id.kulkul.crypto.keys.MemberRole;
import id.kulkul.query.store.Held;
import id.kulkul.query.store.ReadStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The public posts of people, as the directory knows them today. */
public final class Posts {
    private final ReadStore store;

    public Posts(ReadStore store) {
        this.store = store;
        StaffDirectory.prepare(store);
    }

    /** The post of a person; empty for somebody who is not of the office. */
    public String of(UUID person) {
        return row(person).map(StaffRow::post).orElse("");
    }

    /** Whether the person has left the office. */
    public boolean isRetired(UUID person) {
        return row(person).map(StaffRow::retired).orElse(false);
    }

    /** The investigators of a published list, in its order; empty where there is none of that digest. */
    public List<UUID> investigators(Digest list) {
        return store.one(StaffDirectory.MANIFESTS, list.hex())
                .map(held -> members(held.document()))
                .orElse(List.of());
    }

    private static List<UUID> members(ManifestRow row) {
        try {
            return Manifest.decoded(row.manifest().bytes()).with(MemberRole.INVESTIGATOR).stream()
                    .map(Member::person)
                    .toList();
        } catch (OpenFailed changed) {
            throw new IllegalStateException("A published list is not what it was", changed);
        }
    }

    private Optional<StaffRow> row(UUID person) {
        return store.one(StaffDirectory.STAFF, StaffDirectory.key(person)).map(Held::document);
    }
}
